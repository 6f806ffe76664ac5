/**
 * An opened table, read once from its first row to its last in bounded memory.
 *
 * <p>Reading order: {@link org.dataassay.quality.source.TableSource}, {@link org.dataassay.quality.source.Row}, {@link
 * org.dataassay.quality.source.Utf8} (one cell, as bytes), {@link org.dataassay.quality.source.CsvSource} with its {@link
 * org.dataassay.quality.source.CsvOptions}; {@link org.dataassay.quality.source.SemanticType} tells what a text stands for.
 */
@NullMarked
package org.dataassay.quality.source;

import org.jspecify.annotations.NullMarked;
