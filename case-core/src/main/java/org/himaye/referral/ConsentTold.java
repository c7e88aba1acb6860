package org.himaye.referral;

/** Whether the person agreed to being referred, as the sender tells it. */
public enum ConsentTold {
    YES,
    NO,
    NOT_POSSIBLE
}
