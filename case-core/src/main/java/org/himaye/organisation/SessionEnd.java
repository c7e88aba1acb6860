package org.himaye.organisation;

/** Why a session was ended by somebody; one that time ended has no end in its row. */
public enum SessionEnd {
    SIGN_OUT,
    QUICK_EXIT,
    /** Another sign-in in the same browser took its place. */
    REPLACED,
    /** The identity provider ended it, or no longer vouches for the person. */
    PROVIDER,
    /** Its person ended it from another browser. */
    ELSEWHERE,
    /** An administrator changed what the person may do, or how she comes in. */
    ADMINISTRATOR
}
