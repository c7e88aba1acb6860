package org.himaye.confidentiality;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Choosing a purpose is recorded with each access under it; that a reader has ended it is recorded here. */
@Stateless
@PermitAll
public class PurposeService {

    @Inject
    private ActRecord record;

    /**
     * Records that the caller needs to see no more under this purpose.
     *
     * @param caseId the case that was open under it, or null for a record that has none
     */
    @Act(value = Permission.PURPOSE_END, action = AccessEvent.Action.UPDATE)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void end(Purpose purpose, UUID caseId, UUID personId) {
        record.concerns(caseId, personId);
        record.forPurpose(purpose);
    }
}
