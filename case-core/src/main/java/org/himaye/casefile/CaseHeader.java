package org.himaye.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Revealed;

/**
 * The fixed head of every case page. Workflow data is plain, coded facts are as the policy reveals them.
 *
 * @param institutionName which shelter: where the person is
 * @param referred whether the case began with a referral: what it told is not asked again (BR-034)
 */
public record CaseHeader(
        UUID caseId,
        String number,
        String pseudonym,
        CaseStatus status,
        Urgency urgency,
        int version,
        Instant openedAt,
        Revealed<?> institutionName,
        String caseworkerName,
        UUID caseworkerSub,
        boolean anonymousMode,
        boolean referred,
        Revealed<?> ageBand,
        Revealed<?> sex,
        Revealed<?> languages,
        Revealed<?> identificationStatus,
        List<DueItem> deadlines) {

    /** One deadline that the reader is told of, most urgent first. */
    public record DueItem(DeadlineKind kind, Revealed<Instant> due) {}
}
