package org.himaye.disclosure;

/** What was made of a decision: each is a line of the register. */
public enum CopyKind {
    PDF,
    JSON,
    /** The redacted copy of a document, as it is kept. */
    PAPER
}
