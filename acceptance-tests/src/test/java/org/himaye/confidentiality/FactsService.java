package org.himaye.confidentiality;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.PolicyFacts.Condition;

/** What the policy is told of a case, for tests. */
@Stateless
@PermitAll
public class FactsService {

    @Inject
    private CaseAccess access;

    @PersistenceContext
    private EntityManager entityManager;

    /** The class of every attribute there is, by the name that policy and log use. */
    public Map<String, DataClass> classes() {
        return entityManager.getMetamodel().getEntities().stream()
                .flatMap(entity -> Classification.of(entity.getJavaType()).attributes().values().stream())
                .collect(Collectors.toMap(ClassifiedAttribute::fullName, ClassifiedAttribute::dataClass));
    }

    @Act(Permission.CASE_READ)
    public Set<Condition> conditions(CaseNumber number) {
        return access.require(number).policy().conditions();
    }
}
