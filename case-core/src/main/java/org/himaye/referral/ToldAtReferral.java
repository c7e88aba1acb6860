package org.himaye.referral;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.Row;
import org.himaye.identification.ToldBefore;

/** A case that began with a referral: the signs and purposes of its sender. */
@Dependent
class ToldAtReferral implements ToldBefore {

    @Inject
    private ReferralRepository referrals;

    @Override
    public Optional<Row> ofCase(UUID caseId) {
        return referrals.ofCase(caseId).map(Row.class::cast);
    }
}
