package org.himaye.audit;

/** What follows a question. */
enum StepKind {
    /** Of the supervisor of the house. */
    ANSWER,
    /** Of an auditor. */
    VERDICT
}
