package org.himaye.subjectrequest;

/** How she wants the answer, and how she got it. */
public enum AnswerForm {
    ORALLY,
    /** On a screen, with nothing to take along. */
    SHOWN,
    ON_PAPER
}
