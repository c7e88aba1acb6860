package org.himaye.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.himaye.consent.ConsentGiver;

/** What requests have recorded against a child's guardian, for other capabilities within their own act. Must run within a transaction. */
@Dependent
public class GuardianConflicts {

    @Inject
    private DisclosureRepository rows;

    /** @throws GuardianInConflict when a guardian answers against whom the last request of the case that asked has recorded something */
    public void refuse(UUID caseId, ConsentGiver answers) {
        if (answers == ConsentGiver.GUARDIAN && rows.lastConflict(caseId)) {
            throw new GuardianInConflict();
        }
    }
}
