package org.himaye.organisation;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Permission;
import org.himaye.shared.ShortTransaction;

/** Shows who takes part and who works where. No data of persons in care: the administrator has none (BR-074). */
@Stateless
@PermitAll
public class InstitutionService {

    @Inject
    private InstitutionRepository institutions;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private ActRecord record;

    /** All institutions with their people, by kind and name; also those without people. */
    @Act(value = Permission.INSTITUTION_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<InstitutionView> list() {
        List<InstitutionView> found = transaction.read(institutions::all);
        record.field("staff", "displayName", OPERATIONAL);
        record.field("staff", "role", OPERATIONAL);
        record.rows(found.size());
        return found;
    }
}
