package org.himaye.subjectrequest;

/** What the reader can do next. */
public enum SubjectRequestStep {
    VERIFY,
    PREPARE,
    DECIDE,
    DELIVER,
    EXTEND,
    TAKE_BACK,
    /** She says the agreed word. */
    TAKE_BACK_BY_WORD,
    /** She told another person. */
    CONFIRM_TAKEN_BACK,
    /** To see the answer as she will get it. */
    ANSWER
}
