package org.himaye.organisation;

/** How an account stands. */
public enum PersonState {
    /** Has not signed in yet. */
    INVITED,
    /** Must add a second factor before the job is given. */
    ENROLS,
    WORKS,
    ENDED
}
