/**
 * Rule files and profiles as JSON. {@link org.dataassay.quality.json.QualityJson} is the only door; the parser behind it is not part of it.
 */
@NullMarked
package org.dataassay.quality.json;

import org.jspecify.annotations.NullMarked;
