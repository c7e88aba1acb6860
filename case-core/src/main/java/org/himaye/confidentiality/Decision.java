package org.himaye.confidentiality;

/** The policy's answer for one attribute. */
public enum Decision {
    FULL,
    MASKED,
    /** Masked now, full after a purpose is chosen ("M; P more" in the matrix). */
    MASKED_UNTIL_PURPOSE,
    NEEDS_PURPOSE,
    NEEDS_BREAK_GLASS,
    /** Absent from page, export and API; not even its existence is told. */
    HIDDEN;

    /** True when something of the value reaches the reader. */
    public boolean shows() {
        return this == FULL || this == MASKED || this == MASKED_UNTIL_PURPOSE;
    }

    public boolean masked() {
        return this == MASKED || this == MASKED_UNTIL_PURPOSE;
    }
}
