/**
 * The papers of an appraisal as one folder that can be checked years later.
 *
 * <p>Reading order: {@link org.dataassay.report.bundle.Bundle}, {@link org.dataassay.report.bundle.Papers}, {@link
 * org.dataassay.report.bundle.BundleFolder}, {@link org.dataassay.report.bundle.Verification}.
 */
@NullMarked
package org.dataassay.report.bundle;

import org.jspecify.annotations.NullMarked;
