package org.himaye.organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * Where somebody is signed in.
 *
 * @param phone a phone, else a computer
 * @param network address prefix, enough to know one's own
 * @param here the session that asks
 */
public record OwnSession(UUID id, boolean phone, String network, Instant began, Instant lastUsed, boolean here) {}
