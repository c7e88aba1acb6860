package org.himaye.confidentiality;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.SchemaValidationException;

/** The persistence unit as the application has it. */
@Dependent
class MappedEntities {

    @PersistenceUnit(unitName = "himaye")
    private EntityManagerFactory entityManagers;

    /** @throws SchemaValidationException names what an entity expects and the migrated database has not */
    void compareWithSchema() throws SchemaValidationException {
        entityManagers.getSchemaManager().validate();
    }
}
