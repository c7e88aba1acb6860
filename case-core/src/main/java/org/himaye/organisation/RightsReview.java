package org.himaye.organisation;

import java.time.Instant;
import java.util.List;

/**
 * The list of an institution.
 *
 * @param dueAt null when nobody there has signed in yet
 * @param lines everybody who works there but the reader, by name
 */
public record RightsReview(Instant dueAt, List<RightsLine> lines) {}
