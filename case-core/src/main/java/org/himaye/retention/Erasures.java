package org.himaye.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Unseen;
import org.himaye.shared.BusinessClock;

/** Proposes an erasure within the running act. Two people say yes to it afterwards (ADR 25). Must run within a transaction. */
@Dependent
public class Erasures {

    @Inject
    private RetentionRepository rows;

    @Inject
    private Unseen unseen;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private BusinessClock clock;

    /**
     * Proposes a case before its term; a second time with the same id it does nothing.
     *
     * @throws Refused when there is no such case or the caller may not have it erased: the same answer
     * @throws org.himaye.shared.BusinessException that says what is in the way
     */
    public void propose(UUID id, CaseNumber number, ErasureReason reason) {
        Erasable found = require(number);
        if (rows.find(id).isPresent()) {
            return;
        }
        Obstacle.refuse(found.obstacle());
        rows.add(new Erasure(
                id,
                found,
                RetentionRule.ASKED,
                reason,
                clock.today(),
                currentCaller.get().sub(),
                clock.instant()));
    }

    Erasable require(CaseNumber number) {
        Erasable found = rows.erasable(number.text()).orElseThrow(() -> unseen.refuse("case_file", number.text()));
        record.concerns(found.id(), found.person());
        return found;
    }
}
