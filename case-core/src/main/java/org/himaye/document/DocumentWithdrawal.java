package org.himaye.document;

/** Why a paper counts no more: a code, because it stands beside papers of every class. */
public enum DocumentWithdrawal {
    WRONG_CASE,
    WRONG_FILE,
    WRONG_KIND,
    UNREADABLE,
    NEWER_ONE
}
