package org.himaye.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.StaffChoice;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.Translated;

/**
 * One referral for its receiver.
 *
 * @param dueAt until when the next step is due, or null when it is not the reader's turn
 * @param told what the sender tells, as the reader may see it
 * @param mayAcknowledge the next step is open for this reader; likewise the others
 * @param assigns the reader chooses a caseworker; otherwise accepting makes the reader responsible
 * @param caseworkers to whom the case may be given; empty unless the reader assigns
 * @param alternatives where the person could go instead
 * @param earlier institutions that may know the person already, while it waits, for a supervisor (BR-037); never more than that
 * @param purposes what the reader may choose where a purpose is needed
 */
public record ReferralDetails(
        UUID id,
        String number,
        int version,
        ReferralStatus status,
        Urgency urgency,
        Translated sender,
        Instant sentAt,
        Instant acknowledgedAt,
        Instant dueAt,
        Instant decidedAt,
        ReferralReason reason,
        List<MissingItem> missingItems,
        RevealedRow told,
        boolean mayAcknowledge,
        boolean mayDecide,
        boolean assigns,
        List<StaffChoice> caseworkers,
        List<InstitutionChoice> alternatives,
        List<Translated> earlier,
        List<Purpose> purposes) {}
