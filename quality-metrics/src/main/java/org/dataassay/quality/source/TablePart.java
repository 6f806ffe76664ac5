package org.dataassay.quality.source;

/** A run of consecutive rows of a table, read by one thread while others read other parts. Not thread-safe. */
public abstract class TablePart {

    TablePart() {}

    /**
     * Fills the block with the next rows.
     *
     * @return false when there is none left, or a row breaks a rule of the format: {@link TableParts#done} then says which
     */
    public abstract boolean read(RowBlock block);

    /** How many rows were numbered, rejected ones too. Known once {@link #read} has returned false. */
    public abstract long numbered();

    /** How many bytes of the source it was made from. */
    public abstract long bytes();
}
