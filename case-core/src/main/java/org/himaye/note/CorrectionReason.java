package org.himaye.note;

/** Why a note is corrected: a code, because it stands beside notes of every class. */
public enum CorrectionReason {
    MISTAKE,
    INCOMPLETE,
    LEARNED_SINCE,
    PERSON_SAYS_OTHERWISE
}
