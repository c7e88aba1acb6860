package org.himaye.identification;

/** How much of a date is known. The rest of the stored day means nothing. */
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    UNKNOWN
}
