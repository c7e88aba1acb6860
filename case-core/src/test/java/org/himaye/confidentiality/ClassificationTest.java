package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** BR-070: every attribute of every entity has a class; free text is never below NARRATIVE. */
class ClassificationTest {

    @Test
    void everyAttributeOfEveryEntityHasAClass() {
        Set<Class<?>> entities = entities();

        assertFalse(entities.isEmpty());
        entities.forEach(
                entity -> assertFalse(Classification.of(entity).attributes().isEmpty(), entity.getName()));
    }

    @Test
    void sensitiveTextIsAlwaysSealed() {
        Set<DataClass> sealedOnly = Set.of(
                DataClass.IDENTITY,
                DataClass.CONTACT_LOCATION,
                DataClass.PROTECTED_PERSON,
                DataClass.SECURITY_MEASURE,
                DataClass.HEALTH,
                DataClass.NARRATIVE);
        Set<String> open = new TreeSet<>();
        for (Class<?> entity : entities()) {
            for (ClassifiedAttribute attribute :
                    Classification.of(entity).attributes().values()) {
                boolean text = attribute.plainType() == String.class;
                if (text && sealedOnly.contains(attribute.dataClass()) && !attribute.sealed()) {
                    open.add(attribute.table() + "." + attribute.name());
                }
            }
        }

        assertEquals(Set.of(), open);
    }

    @Test
    void anAttributeWithoutAClassIsAnError() {
        assertThrows(IllegalStateException.class, () -> Classification.of(Forgotten.class));
    }

    @Test
    void everyEntityIsListedForThePersistenceProvider() throws Exception {
        Set<String> listed = new TreeSet<>();
        try (InputStream file = getClass().getResourceAsStream("/META-INF/persistence.xml")) {
            NodeList classes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file)
                    .getElementsByTagName("class");
            for (int i = 0; i < classes.getLength(); i++) {
                listed.add(classes.item(i).getTextContent());
            }
        }

        assertEquals(entities().stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new)), listed);
        assertTrue(listed.contains("org.himaye.casefile.CaseFile"));
    }

    private static Set<Class<?>> entities() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.himaye").stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .map(type -> type.reflect())
                        .collect(Collectors.toSet());
    }

    @Table(name = "forgotten")
    static class Forgotten {

        @Id
        private UUID id;

        private String secret;

        String both() {
            return id + secret;
        }
    }
}
