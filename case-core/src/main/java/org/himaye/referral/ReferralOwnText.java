package org.himaye.referral;

import java.util.UUID;
import org.himaye.confidentiality.RevealedRow;

/** What a sender typed itself, to be read or completed. */
public record ReferralOwnText(
        UUID id, String number, int version, ReferralStatus status, InstitutionChoice receiver, RevealedRow told) {}
