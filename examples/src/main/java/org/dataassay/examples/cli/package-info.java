/** The command line {@code assay}. Start with {@link org.dataassay.examples.cli.Assay}. */
@NullMarked
package org.dataassay.examples.cli;

import org.jspecify.annotations.NullMarked;
