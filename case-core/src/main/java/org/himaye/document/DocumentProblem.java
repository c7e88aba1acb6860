package org.himaye.document;

/** Why a file is not taken. Each has its sentence, which stands beside the field. */
public enum DocumentProblem {
    /** No file came. */
    MISSING,
    /** It has no content. */
    EMPTY,
    TOO_LARGE,
    /** Neither PDF nor JPG nor PNG, whatever its name says. */
    TYPE,
    /** Of an office program: to be saved as PDF. */
    CONVERT,
    /** Damaged, or more than it says it is. */
    UNREADABLE,
    /** Locked with a password. */
    LOCKED,
    /** It would run, send or carry something. */
    ACTIVE,
    /** More points than anybody needs to read. */
    PICTURE_TOO_LARGE,
    INFECTED,
    SCANNER_AWAY,
    /** Too many are being checked just now. */
    BUSY,
    /** It did not arrive whole. */
    BROKEN_OFF,
    /** What should be a redacted copy is the original, byte for byte. */
    NOT_REDACTED,
    /** Of one person, in an hour. */
    TOO_MANY,
    /** The case has as much as a case may. */
    CASE_FULL
}
