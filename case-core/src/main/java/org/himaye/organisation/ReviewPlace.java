package org.himaye.organisation;

import java.time.Instant;
import java.util.UUID;
import org.himaye.shared.Translated;

/**
 * An institution whose review of rights the reader signs.
 *
 * @param dueAt null when nobody there has signed in yet
 */
public record ReviewPlace(UUID institution, Translated name, Instant dueAt) {}
