package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.himaye.plan.PlanGoal;
import org.junit.jupiter.api.Tag;
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

    /** But for a few codes, which docs/adr/0005 names with their reason. */
    @Test
    void whatIsSensitiveIsSealed() {
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
                if (sealedOnly.contains(attribute.dataClass()) && !attribute.sealed()) {
                    open.add(attribute.table() + "." + attribute.name());
                }
            }
        }

        assertEquals(
                Set.of(
                        "contact_point.kind",
                        "contact_point.safe",
                        "contact_point.messageAllowed",
                        "contact_point.validTo",
                        "intake.urgentHealth"),
                open);
    }

    @Test
    @Tag("ASVS-11.3.3")
    void aSealedValueOpensInNoOtherColumnRowOrOwnerEvenUnderTheSameKey() throws Exception {
        AeadConfig.register();
        Aead key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        UUID id = UUID.randomUUID();
        List<byte[]> places = new ArrayList<>();
        for (Class<?> entity : entities()) {
            for (ClassifiedAttribute attribute :
                    Classification.of(entity).attributes().values()) {
                if (attribute.sealed()) {
                    places.add(attribute.associatedData(new Somewhere(id), KeyOwner.person(id)));
                }
            }
        }
        assertTrue(places.size() > 30, "sealed attributes: " + places.size());
        ClassifiedAttribute aim = Classification.of(PlanGoal.class).attribute("aim");
        places.add(aim.associatedData(new Somewhere(UUID.randomUUID()), KeyOwner.person(id)));
        places.add(aim.associatedData(new Somewhere(id), KeyOwner.person(UUID.randomUUID())));
        places.add(aim.associatedData(new Somewhere(id), KeyOwner.caseFile(id)));

        byte[] sealed = key.encrypt(new byte[] {1}, aim.associatedData(new Somewhere(id), KeyOwner.person(id)));

        long opening = 0;
        for (byte[] place : places) {
            try {
                opening += key.decrypt(sealed, place).length;
            } catch (GeneralSecurityException refused) {
                // As it must be everywhere but where it was sealed.
            }
        }
        assertEquals(1, opening);
    }

    /** A row of any table. */
    private static final class Somewhere extends Row {

        private Somewhere(UUID id) {
            super(id, id, Instant.EPOCH);
        }

        @Override
        public KeyOwner keyOwner() {
            return KeyOwner.person(id());
        }
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

    static Set<Class<?>> entities() {
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
