package org.himaye.breakglass;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.RevealedRow;

/**
 * An emergency access as its reviewer reads it.
 *
 * @param by who opened the case
 * @param endedAt when it was over: ended or its time
 * @param row the words, as the policy shows them
 */
public record BreakGlassReview(
        UUID id,
        int version,
        String number,
        String by,
        BreakGlassReason reason,
        List<DataClass> classes,
        Instant startedAt,
        Instant endedAt,
        Instant dueAt,
        RevealedRow row) {}
