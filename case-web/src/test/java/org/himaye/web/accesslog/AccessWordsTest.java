package org.himaye.web.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.ConstraintBroken;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.BusinessException;
import org.himaye.web.shared.AttributeWords;
import org.himaye.web.shared.Catalogue;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Sources;
import org.junit.jupiter.api.Test;

/** Whatever an event can name has words that an auditor understands, in each language. */
class AccessWordsTest {

    private static final Catalogue CATALOGUE = Sources.catalogue();

    /** The list that GeneratedDocsTest keeps equal to the entities. */
    private static final Path CLASSIFICATION = Path.of("../docs/data-classification.md");

    private static final Pattern LINE = Pattern.compile("^\\| (\\w+)\\.(\\w+) \\| ([A-Z_]+) \\|", Pattern.MULTILINE);

    /** What every row has for the machine, and references: no act shows or writes them by name. */
    private static final Pattern MACHINERY =
            Pattern.compile("id|version|(created|updated)(At|By)|\\w+(Id|Sub)|idempotencyKey");

    /** What the log names without a row of its own. */
    private static final List<String> WITHOUT_ROW = List.of(
            "case_file.pseudonym",
            "staff.displayName",
            "staff.role",
            "access_event.actor",
            "access_event.at",
            "access_event.act",
            "access_event.fields",
            "access_event.classes",
            "access_event.purpose",
            "access_event.outcome",
            "access_event.reason");

    @Test
    void everyAttributeHasWords() throws IOException {
        List<String> attributes = attributes();

        assertTrue(attributes.size() > 150, "attributes read: " + attributes.size());
        assertEquals(Set.of(), withoutWords(attributes, AttributeWords::of));
    }

    @Test
    void everyReasonHasWords() {
        List<String> reasons = new ArrayList<>();
        for (AccessReason reason : AccessReason.values()) {
            reasons.add(new Refused(reason).reason());
            reasons.add(new Refused(reason, DataClass.NARRATIVE).reason());
        }
        rules().map(Class::getSimpleName).forEach(reasons::add);

        assertTrue(reasons.size() > 100, "reasons read: " + reasons.size());
        assertEquals(Set.of(), withoutWords(reasons, ReasonWords::of));
    }

    @Test
    void attributeIsCalledAsOnItsPage() {
        Map<String, String> english = CATALOGUE.all(Language.EN);

        assertEquals(
                "Person: Family name",
                AttributeWords.of("person.familyName", english).orElseThrow());
        assertEquals(
                "Signs: Shows fear or anxiety (IND03)",
                AttributeWords.of("indicator_assessment.ind03", english).orElseThrow());
        assertEquals(
                "Plan, goal: Area",
                AttributeWords.of("plan_goal.component", english).orElseThrow());
    }

    @Test
    void reasonTellsWhatThePersonRead() {
        Map<String, String> english = CATALOGUE.all(Language.EN);

        assertEquals(
                "“Choose a reason.”", ReasonWords.of("ReasonNeeded", english).orElseThrow());
        assertEquals(
                "May not write this class: health",
                ReasonWords.of("NO_WRITE_HE", english).orElseThrow());
    }

    private static Set<String> withoutWords(
            List<String> names, BiFunction<String, Map<String, String>, java.util.Optional<String>> words) {
        Set<String> wrong = new TreeSet<>();
        for (Language language : Language.values()) {
            Map<String, String> messages = CATALOGUE.all(language);
            names.stream()
                    .filter(name -> words.apply(name, messages)
                            .filter(text -> !text.isBlank() && !text.contains("{"))
                            .isEmpty())
                    .forEach(name -> wrong.add(language.getTag() + " " + name));
        }
        return wrong;
    }

    private static List<String> attributes() throws IOException {
        Stream<String> ofRows = LINE.matcher(Files.readString(CLASSIFICATION))
                .results()
                .filter(AccessWordsTest::nameable)
                .map(line -> line.group(1) + "." + line.group(2));
        return Stream.concat(ofRows, WITHOUT_ROW.stream()).toList();
    }

    private static boolean nameable(MatchResult line) {
        return !line.group(3).equals(DataClass.OPERATIONAL.name())
                || !MACHINERY.matcher(line.group(2)).matches();
    }

    private static Stream<Class<?>> rules() {
        List<Class<?>> named = Arrays.asList(Refused.class, ConstraintBroken.class);
        return Sources.coreClasses().stream()
                .filter(BusinessException.class::isAssignableFrom)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()) && !named.contains(type));
    }
}
