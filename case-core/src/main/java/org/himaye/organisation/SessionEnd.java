package org.himaye.organisation;

/** Why a session was ended by somebody; one that time ended has no end in its row. */
public enum SessionEnd {
    SIGN_OUT,
    QUICK_EXIT,
    /** Another sign-in in the same browser took its place. */
    REPLACED
}
