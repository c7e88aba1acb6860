package org.himaye.confidentiality;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.PolicyFacts.Condition;

/** What the policy is told of a case, for tests. */
@Stateless
@PermitAll
public class FactsService {

    @Inject
    private CaseAccess access;

    @Act(Permission.CASE_READ)
    public Set<Condition> conditions(CaseNumber number) {
        return access.require(number).policy().conditions();
    }
}
