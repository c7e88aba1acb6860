package org.himaye.referral;

/** What a receiver may ask the sender to complete. Parts of the minimum set only: never "more story" (BR-034). */
public enum MissingItem {
    DUTY_PHONE,
    SAFE_CONTACT,
    AGE_GROUP,
    LANGUAGE,
    DANGER_AND_HEALTH,
    INDICATORS,
    CONSENT
}
