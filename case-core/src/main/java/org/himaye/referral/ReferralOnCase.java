package org.himaye.referral;

import java.time.Instant;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.Translated;

/**
 * What was told when the person was referred, on her case (BR-034: it is not asked again).
 *
 * @param number of the referral; null, like all that follows, when the case began without one
 * @param told as the reader may see it
 * @param purposes what the reader may choose where a purpose is needed
 */
public record ReferralOnCase(
        CaseHeader header,
        String number,
        Translated sender,
        Instant sentAt,
        Instant decidedAt,
        RevealedRow told,
        List<Purpose> purposes) {}
