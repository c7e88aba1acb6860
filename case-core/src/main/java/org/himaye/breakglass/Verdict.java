package org.himaye.breakglass;

/** What another person says of an emergency access; one that was not justified is shown to the auditor. */
public enum Verdict {
    JUSTIFIED,
    NOT_JUSTIFIED,
    UNCLEAR
}
