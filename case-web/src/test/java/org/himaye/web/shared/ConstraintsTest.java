package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.himaye.confidentiality.ConstraintBroken;
import org.junit.jupiter.api.Test;

/** Nobody is ever shown the name of a constraint, and no sentence is left of one that is gone. */
class ConstraintsTest {

    private static final Catalogue CATALOGUE = Sources.catalogue();
    private static final Path CHANGELOGS = Path.of("../db-migrations/src/main/resources/db/changelog");

    private static final Pattern NAMED = Pattern.compile("\\b((?:uq|ck|fk|ex|pk)_[a-z0-9_]+)\\b");

    /** A trigger that raises a constraint's name speaks to a person: it exists for a rule. */
    private static final Pattern RAISED = Pattern.compile("constraint\\s*=\\s*'([a-z0-9_]+)'");

    @Test
    void whatIsThereAlreadyHasASentence() {
        Set<String> unique = named().stream()
                .filter(name -> name.startsWith("uq_") || name.startsWith("pk_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(unique.size() > 15, unique::toString);
        unique.forEach(name -> assertTrue(
                KindExceptionHandler.sentence(new ConstraintBroken(name, true), CATALOGUE::has)
                        .filter(CATALOGUE::has)
                        .isPresent(),
                name));
    }

    @Test
    void whatATriggerRaisesHasASentence() {
        Set<String> raised = changelogs(RAISED);

        assertTrue(raised.contains("ck_plan_immutable"), raised::toString);
        assertEquals(Set.of(), without(raised, name -> CATALOGUE.has(name)));
    }

    @Test
    void whatOnlyAFaultCanBreakIsToldAsOne() {
        assertEquals(
                Optional.empty(),
                KindExceptionHandler.sentence(new ConstraintBroken("fk_plan_goal_case", false), CATALOGUE::has));
        assertEquals(
                Optional.of("ck_budget_source_committed"),
                KindExceptionHandler.sentence(
                        new ConstraintBroken("ck_budget_source_committed", false), CATALOGUE::has));
    }

    @Test
    void everySentenceIsOfAConstraintThatExists() {
        Set<String> named = named();
        Set<String> sentences = CATALOGUE.all(Language.AZ).keySet().stream()
                .filter(key -> NAMED.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(sentences.size() > 10, sentences::toString);
        assertEquals(Set.of(), without(sentences, named::contains));
    }

    private static Set<String> without(Set<String> names, java.util.function.Predicate<String> right) {
        return names.stream().filter(right.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named() {
        return changelogs(NAMED);
    }

    private static Set<String> changelogs(Pattern pattern) {
        return Sources.find(CHANGELOGS, ".sql").values().stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
