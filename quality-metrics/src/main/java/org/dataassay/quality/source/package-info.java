/**
 * An opened table, read once from its first row to its last in bounded memory.
 *
 * <p>Reading order: {@link org.dataassay.quality.source.TableSource}, {@link org.dataassay.quality.source.Row}, {@link
 * org.dataassay.quality.source.Utf8} (one cell, as bytes), {@link org.dataassay.quality.source.CsvSource} with its {@link
 * org.dataassay.quality.source.CsvOptions}; then the other sources, {@link org.dataassay.quality.source.JsonLinesSource}, {@link
 * org.dataassay.quality.source.ParquetSource}, {@link org.dataassay.quality.source.JdbcSource} and {@link org.dataassay.quality.source.Column}, and {@link
 * org.dataassay.quality.source.Tables}, which opens what is only named. {@link
 * org.dataassay.quality.source.SemanticType} tells what a text stands for.
 */
@NullMarked
package org.dataassay.quality.source;

import org.jspecify.annotations.NullMarked;
