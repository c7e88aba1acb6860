package org.himaye.breakglass;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;

/**
 * The page of urgent access.
 *
 * @param classes what the caller's job may ask for
 * @param running what of the caller's own runs in this session, the one that ends first at the top
 * @param overdueReviews how many reviews the caller owes that are late; while there are any, none begins
 */
public record BreakGlassDesk(Set<DataClass> classes, List<Running> running, int overdueReviews) {

    /** One that runs. */
    public record Running(
            UUID id, UUID caseId, UUID personId, String number, BreakGlassReason reason, Instant endsAt) {}
}
