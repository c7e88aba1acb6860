package org.himaye.web.shared;

/** What a file for a spreadsheet needs beyond commas: its encoding named, and text that is never calculated. */
public final class Spreadsheet {

    /** Without it the most used spreadsheet reads UTF-8 as something else. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULA = "=+-@\t\r";

    private Spreadsheet() {}

    /** The text with an apostrophe before it when a spreadsheet would take it for a formula. */
    public static String cell(String text) {
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
