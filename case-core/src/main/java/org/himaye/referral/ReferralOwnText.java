package org.himaye.referral;

import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.RevealedRow;

/**
 * What a sender typed itself, to be read or completed.
 *
 * @param missing what the receiver asked for; empty unless it was returned
 */
public record ReferralOwnText(
        UUID id,
        String number,
        int version,
        ReferralStatus status,
        InstitutionChoice receiver,
        List<MissingItem> missing,
        RevealedRow told) {

    /** False once only the receipt is left. */
    public boolean isReadable() {
        return told.values().stream().anyMatch(each -> each.getDecision().shows());
    }
}
