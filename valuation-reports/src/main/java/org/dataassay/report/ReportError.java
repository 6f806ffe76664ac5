package org.dataassay.report;

import org.dataassay.valuation.error.ErrorCode;

/** The problems that valuation-reports can find. */
public enum ReportError implements ErrorCode {
    FILE_MISSING("{0} must be an existing file, but there is none at {1}. Check the name and the folder."),
    FILE_UNREADABLE("{0} cannot be read: {1}. Check that it is a file and that you may read it."),
    FILE_TOO_LARGE("{0} must have at most {1} bytes, but has {2}. {3}"),
    OUTSIDE_FOLDER(
            "{0} must stay below the folder of the case, but was {1}. Put the file beside the case and name it from there."),
    QUALITY_MISSING(
            "{0} asks for the measured quality, but the case has no data. Add data with rules, or give a value."),
    NO_INDICATION("{0} came to no indication of value: {1}. Correct the facts, or add a method that applies."),
    FOLDER_FOREIGN(
            "{0} must be a new folder or one that an appraisal has written, but it is there and {1}. Choose another folder, or move that one away."),
    FILE_EXISTS("{0} is there and is never overwritten. Name another one with --out, or move it away."),
    FOLDER_UNWRITABLE("{0} cannot be written: {1}. Choose a folder that you may write to."),
    FOLDER_TAKEN(
            "{0} was written by another run in the meantime; its papers are whole and were left as they are. Run again, or choose another folder."),
    ROW_RAGGED("{0} must be a row of {1} fields, but has {2}. Look for a missing or surplus delimiter or quote."),
    CELL_BLANK("{0} must be given, but is blank. Fill it in."),
    CELL_NOT_NUMBER(
            "{0} must be a number, but was {1}. Write digits with a decimal point, without separators of thousands or a currency."),
    CELL_NOT_DATE("{0} must be a date, but was {1}. Write it as 2025-12-31."),
    CELL_NOT_FLAG("{0} must be true or false, but was {1}. Write one of true, false, yes, no, 1, 0, 是, 否."),
    CELL_NEGATIVE("{0} must be at least 0, but was {1}. Check the sign; an amount that is not known is left blank."),
    ASSET_REPEATED("{0} must be unique, but {1} stands already in row {2}. Give each asset its own id."),
    CURRENCY_OTHER(
            "{0} must be {1}, but was {2}. Convert the amounts, or screen other currencies in a file of their own."),
    SCREENING_STOPPED("{0} was stopped at row {1}; nothing is lost. Run it again with --resume."),
    SCREENING_RUNNING("{0} is being screened by another run. Wait for it, or choose another folder."),
    SCREENING_CHANGED("{0} has changed since the screening began, so it cannot go on. Run it again without --resume."),
    SCREENING_DAMAGED("{0} does not hold what its checkpoint says: {1}. Run it again without --resume."),
    INVENTORY_ALTERED("{0} was altered while it was read. Run it again when nobody writes to it."),
    NOT_A_BUNDLE("{0} must be a folder written by appraise, but {1}. Name the folder that holds manifest.json.");

    private final String pattern;

    ReportError(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
