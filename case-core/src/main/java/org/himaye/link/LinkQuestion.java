package org.himaye.link;

import java.time.Instant;
import java.util.UUID;
import org.himaye.shared.Translated;

/**
 * What another institution asks: whether the person of this own case is the one whom it means.
 *
 * @param institution who asks; of its case nothing is told
 * @param number of the own case
 */
public record LinkQuestion(
        UUID id, Translated institution, UUID caseId, UUID personId, String number, Instant askedAt) {}
