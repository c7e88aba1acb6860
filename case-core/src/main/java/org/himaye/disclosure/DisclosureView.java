package org.himaye.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;
import org.himaye.document.DocumentKind;
import org.himaye.document.RedactedCopy;
import org.himaye.person.SpokenLanguage;

/**
 * One line of the register, as its reader may see it.
 *
 * @param receiverPerson with {@code wanted}, {@code riskNote} and {@code guardianConflict}: null for who keeps the register and does not meet the case
 * @param most what this receiver may get at most of what was asked for
 * @param papers redacted copies: before the decision those that can go to this receiver, afterwards those that do
 * @param steps what the caller can do next
 * @param consents on which it could rest; while it is to be checked
 * @param child the person is a child or presumed to be one, as far as the reader meets the case
 * @param spoken the person's languages, the best first; while she is to be told
 */
public record DisclosureView(
        UUID id,
        int version,
        String reference,
        String caseNumber,
        DisclosureState state,
        ReceiverKind receiver,
        String organisation,
        Revealed<?> receiverPerson,
        String documentNumber,
        LocalDate documentDate,
        Purpose purpose,
        DisclosureBasis basis,
        Revealed<?> wanted,
        List<DisclosedField> wantedFields,
        String enteredBy,
        Instant enteredAt,
        String checkedBy,
        DisclosureBasis ground,
        Revealed<?> riskNote,
        Revealed<?> guardianConflict,
        String decidedBy,
        Instant decidedAt,
        RefusalGround refused,
        List<DisclosedField> fields,
        LocalDate expiresOn,
        Instant reviewDueAt,
        Boolean justified,
        Informing informing,
        InformingReason informingReason,
        LocalDate informedOn,
        Instant sentAt,
        DisclosureChannel channel,
        List<Copy> copies,
        List<DisclosedField> most,
        List<RedactedCopy> papers,
        LocalDate proposedEnd,
        Set<DisclosureStep> steps,
        List<ConsentChoice> consents,
        boolean child,
        List<SpokenLanguage> spoken) {

    /**
     * One file that was made.
     *
     * @param paper what sort of paper, or null
     */
    public record Copy(CopyKind kind, Instant at, String by, String sha256, DocumentKind paper) {}

    public boolean can(DisclosureStep step) {
        return steps.contains(step);
    }
}
