package org.himaye.note;

/** What is known and what somebody makes of it are never one text (domain.md 3.3.16). */
public enum NoteKind {
    FACT,
    OPINION
}
