package org.himaye.retention;

import java.util.function.Supplier;
import org.himaye.shared.BusinessException;

/** What is in the way of an erasure, as the database names it, and what is said then. */
enum Obstacle {
    LEGAL_HOLD(ErasureOnHold::new),
    ORDER(ErasureUnderOrder::new),
    DECISION_OPEN(ErasureBeforeDecision::new),
    PAYMENT_OPEN(ErasureBeforePayment::new),
    DISCLOSURE_OPEN(ErasureBeforeAnswer::new),
    OWN_REQUEST_OPEN(ErasureBeforeOwnRequest::new),
    ACCESS_UNREVIEWED(ErasureBeforeReview::new),
    REOPENED(ErasureOfWorkedOn::new);

    private final Supplier<BusinessException> said;

    Obstacle(Supplier<BusinessException> said) {
        this.said = said;
    }

    /** @throws BusinessException when there is one */
    static void refuse(String named) {
        if (named != null) {
            throw valueOf(named).said.get();
        }
    }
}
