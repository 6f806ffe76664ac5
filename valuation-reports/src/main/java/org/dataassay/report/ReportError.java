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
