package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * docs/permissions.md and docs/data-classification.md say what the code says. {@code -Dhimaye.docs=write} writes them anew; without
 * it a difference fails the build.
 */
class GeneratedDocsTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    @Tag("ASVS-8.1.2")
    void permissionsAreThoseOfThePolicy() throws IOException {
        FieldPolicy policy = new FieldPolicy();
        StringBuilder page = new StringBuilder("# Who sees what\n\nGenerated from field-policy.yaml; do not edit.\n\n");
        page.append(
                        "F full, M masked, P full after a purpose, B emergency access only, E the same for what an exception names, O own submission or access, S aggregates, H hidden.")
                .append(
                        " CWA assigned caseworker, CWO other caseworker of the institution, SUP supervisor, PR police referrer,")
                .append(" IO identification officer, PS psychologist, MD medic, LW lawyer, FI finance, AUD auditor,")
                .append(
                        " ADM administrator, NC national coordinator, PO privacy officer, PAR partner referrer, OWN whoever made the access that the log tells of, EMG who has emergency access.\n\n");
        page.append("| class | ").append(String.join(" | ", policy.columns())).append(" |\n");
        page.append("|---".repeat(policy.columns().size() + 1)).append("|\n");
        for (DataClass dataClass : DataClass.values()) {
            List<String> cells = policy.columns().stream()
                    .map(column -> policy.cell(dataClass, column))
                    .toList();
            page.append("| ")
                    .append(dataClass)
                    .append(" | ")
                    .append(String.join(" | ", cells))
                    .append(" |\n");
        }
        page.append("\n## Exceptions\n\n");
        policy.exceptionsInWords()
                .forEach(line -> page.append("- ").append(line).append('\n'));
        page.append("\n## Purposes to choose from\n\n");
        for (Role role : Role.values()) {
            if (!policy.purposes(role).isEmpty()) {
                page.append("- ")
                        .append(role)
                        .append(": ")
                        .append(policy.purposes(role))
                        .append('\n');
            }
        }
        compare(DOCS.resolve("permissions.md"), page.toString());
    }

    @Test
    void classificationIsThatOfTheEntities() throws IOException {
        StringBuilder page =
                new StringBuilder("# Class of every attribute\n\nGenerated from the entities; do not edit.\n\n");
        page.append("| attribute | class | stored |\n|---|---|---|\n");
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.himaye").stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .map(type -> Classification.of(type.reflect()))
                        .sorted(Comparator.comparing(Classification::table))
                        .flatMap(c -> c.attributes().values().stream())
                        .forEach(a -> page.append("| ")
                                .append(a.table())
                                .append('.')
                                .append(a.name())
                                .append(" | ")
                                .append(a.dataClass())
                                .append(" | ")
                                .append(a.sealed() ? "sealed" : "clear")
                                .append(" |\n"));
        compare(DOCS.resolve("data-classification.md"), page.toString());
    }

    private static void compare(Path file, String expected) throws IOException {
        if ("write".equals(System.getProperty("himaye.docs"))) {
            Files.writeString(file, expected);
        }
        assertEquals(
                expected,
                Files.exists(file) ? Files.readString(file) : "",
                file + " is out of date: ./mvnw test -pl case-core -am -Dtest=GeneratedDocsTest -Dhimaye.docs=write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false");
    }
}
