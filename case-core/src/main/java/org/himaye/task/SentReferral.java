package org.himaye.task;

import java.time.Instant;

/**
 * A referral that this account sent: its receipt and where it stands, nothing else.
 *
 * @param status code of the referral's state
 * @param changedAt when it last changed
 */
public record SentReferral(String number, String status, Instant sentAt, Instant changedAt) {}
