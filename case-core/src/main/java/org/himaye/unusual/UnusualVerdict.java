package org.himaye.unusual;

/** What an auditor says of an unusual access. */
public enum UnusualVerdict {
    EXPLAINED,
    NOT_EXPLAINED,
    /** The house is asked: a finding goes on with it. Said by asking, never by itself. */
    ASKED
}
