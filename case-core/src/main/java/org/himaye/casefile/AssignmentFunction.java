package org.himaye.casefile;

/** What somebody does on a case, domain.md 3.3.5. */
public enum AssignmentFunction {
    PRIMARY,
    SECOND,
    SUPERVISOR,
    PSYCHOLOGIST,
    MEDIC,
    LAWYER,
    FINANCE
}
