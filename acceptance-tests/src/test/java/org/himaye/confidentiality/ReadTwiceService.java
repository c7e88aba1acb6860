package org.himaye.confidentiality;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseOverview;

/** A service that calls another one within its own act. */
@Stateless
@PermitAll
public class ReadTwiceService {

    @Inject
    private CaseFileService cases;

    @Act(Permission.CASE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseOverview open(CaseNumber number) {
        return cases.open(number, null);
    }
}
