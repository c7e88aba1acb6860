package org.himaye.verifier.entry;

/** What stands behind a key. */
enum Form {
    /** A code: letters, digits, and a few marks between. */
    NAME,
    /** A UUID in small letters. */
    ID,
    /** UTC with six digits of the second. */
    MOMENT,
    /** Any text. */
    TEXT,
    /** One of the four ways in which an act ends. */
    OUTCOME,
    /** Sixteen hexadecimal digits. */
    HASH,
    /** A whole number of at most 2^53 - 1, which every reader of JSON keeps. */
    NUMBER,
    /** A list of codes. */
    NAMES,
    /** A list of case and person. */
    CASES,
    /** A list of attributes with their tables. */
    FIELDS
}
