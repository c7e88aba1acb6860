package org.himaye.confidentiality;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps what was changed, and knows every attribute that can be. */
@Dependent
class ValueChanges {

    @PersistenceContext
    private EntityManager entityManager;

    /** Asked for each value of a page; the same as long as the server runs. */
    private Map<String, Classification> tables;

    void add(ValueChange change) {
        entityManager.persist(change);
    }

    /** Every entity's attributes by its table. */
    Map<String, Classification> byTable() {
        if (tables == null) {
            tables = entityManager.getMetamodel().getEntities().stream()
                    .map(entity -> Classification.of(entity.getJavaType()))
                    .collect(Collectors.toUnmodifiableMap(Classification::table, each -> each));
        }
        return tables;
    }
}
