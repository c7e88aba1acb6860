package org.himaye.restriction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A restriction as the desk shows it.
 *
 * @param inForceAt null for an order that waits for another person
 * @param liftAskedBy who asked to lift it, or null
 * @param steps what the caller can do about it
 */
public record Restriction(
        UUID id,
        int version,
        String number,
        RestrictionKind kind,
        RestrictionReason reason,
        String orderNumber,
        LocalDate orderDate,
        LocalDate endsOn,
        List<String> persons,
        String by,
        Instant at,
        Instant inForceAt,
        String liftAskedBy,
        List<RestrictionStep> steps) {

    public boolean can(RestrictionStep step) {
        return steps.contains(step);
    }
}
