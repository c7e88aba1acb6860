package org.himaye.task;

import java.time.Instant;
import java.util.UUID;
import org.himaye.referral.ReferralStatus;

/**
 * A referral that this account sent: its receipt and where it stands, nothing else.
 *
 * @param changedAt when it last changed
 */
public record SentReferral(UUID id, String number, ReferralStatus status, Instant sentAt, Instant changedAt) {}
