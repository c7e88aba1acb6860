package org.himaye.referral;

import java.util.UUID;

/**
 * Why and with which way on a referral is declined.
 *
 * @param alternative institution where the person can go instead, or null
 * @param alternativeAgreed that institution was asked and agreed
 */
public record Decline(ReferralReason reason, UUID alternative, boolean alternativeAgreed) {}
