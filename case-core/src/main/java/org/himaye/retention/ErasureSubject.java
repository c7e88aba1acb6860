package org.himaye.retention;

/** What is erased as a whole. */
public enum ErasureSubject {
    CASE,
    REFERRAL
}
