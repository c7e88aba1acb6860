package org.himaye.identification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reflection period, conclusion, decision and what the special unit gets. */
class IdentificationRulesTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    @Test
    void reflectionLastsThirtyDaysOverTheEndOfAMonth() {
        ReflectionPeriod period = ReflectionPeriod.startingOn(LocalDate.of(2026, 1, 31), 30);

        assertEquals(LocalDate.of(2026, 3, 2), period.to());
    }

    @Test
    void noConfigurationMakesReflectionShorter() {
        assertEquals(
                LocalDate.of(2026, 3, 2),
                ReflectionPeriod.startingOn(LocalDate.of(2026, 1, 31), 5).to());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReflectionPeriod(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 1)));
    }

    @Test
    void aRunningReflectionPeriodIsKept() {
        Identification identification = new Identification(CASE, SOMEBODY, NOW);
        identification.reflects(ReflectionPeriod.startingOn(LocalDate.of(2026, 1, 31), 30), SOMEBODY, NOW);
        identification.reflects(ReflectionPeriod.startingOn(LocalDate.of(2026, 2, 10), 30), SOMEBODY, NOW);

        assertEquals(LocalDate.of(2026, 1, 31), identification.reflectionFrom());
    }

    @Test
    void noCountDecidesTheAssessorsWordsAreNeeded() {
        IndicatorAssessment form = new IndicatorAssessment(UUID.randomUUID(), CASE, SOMEBODY, NOW);

        assertThrows(ResultMissing.class, () -> form.conclude(null, SOMEBODY, NOW));
        assertThrows(ConclusionMissing.class, () -> form.conclude(AssessmentResult.PRESUMED, SOMEBODY, NOW));
        assertFalse(form.concluded());
    }

    @Test
    void aDecisionIsDatedNeitherAheadNorBeforeTheUnitWasTold() {
        Identification identification = new Identification(CASE, SOMEBODY, NOW);
        identification.notified(SOMEBODY, NOW);
        LocalDate told = LocalDate.of(2026, 1, 31);

        assertThrows(
                DecisionDateWrong.class,
                () -> identification.decided(told.plusDays(2), told.plusDays(1), SOMEBODY, NOW));
        assertThrows(
                DecisionDateWrong.class,
                () -> identification.decided(told.minusDays(1), told.plusDays(1), SOMEBODY, NOW));
        identification.decided(told, told.plusDays(1), SOMEBODY, NOW);
        assertEquals(told, identification.decisionDate());
    }

    @Test
    void theSetHoldsNoNameNoPlaceAndNoStory() {
        Set<String> attributes = Arrays.stream(IdentificationSet.class.getDeclaredFields())
                .map(java.lang.reflect.Field::getName)
                .collect(Collectors.toSet());

        assertTrue(
                List.of("familyName", "givenName", "dateOfBirth", "conclusion", "note", "injuries", "institutionId")
                        .stream()
                        .noneMatch(attributes::contains));
    }

    private static IndicatorAnswers answers(Map<Indicator, Finding> findings, IndicatorDetail... details) {
        return new IndicatorAnswers(findings, List.of(details), null, null, null, null, " words ");
    }

    @Test
    void aDetailStandsOnlyWithItsSignAndIsNeverDroppedSilently() {
        Map<Indicator, Finding> findings = Map.of(Indicator.IND07, Finding.PRESENT, Indicator.IND08, Finding.ABSENT);

        assertThrows(
                DetailWithoutSign.class,
                () -> answers(findings, IndicatorDetail.IND08_LANGUAGE).rules().hold());
        IndicatorAnswers good = answers(findings, IndicatorDetail.IND07_NONE);
        good.rules().hold();
        assertEquals("IND07_NONE", good.values(true).get("details"));
        assertEquals("words", good.values(true).get("conclusion"));
    }

    @Test
    void aFinishedFormAnswersEverySign() {
        Map<Indicator, Finding> all =
                Arrays.stream(Indicator.values()).collect(Collectors.toMap(sign -> sign, sign -> Finding.NOT_ASKED));

        answers(all).rulesToConclude(AssessmentResult.PRESUMED, false).hold();
        assertThrows(
                SignsUnanswered.class,
                () -> answers(Map.of(Indicator.IND01, Finding.PRESENT))
                        .rulesToConclude(AssessmentResult.PRESUMED, false)
                        .hold());
    }

    @Test
    void healthThatMayNotBeReadIsLeftAloneUnlessSomethingIsAdded() {
        IndicatorAnswers silent = new IndicatorAnswers(Map.of(), List.of(), null, null, null, null, null);

        assertFalse(silent.values(false).containsKey("injuries"));
        assertTrue(silent.values(true).containsKey("injuries"));
    }

    /** BR-031: no role of a shelter may decide. */
    @Test
    void br031OnlyTheUnitsOfficerHasTheAct() throws IOException {
        Path realm = Path.of("..", "keycloak-realm", "src", "main", "resources", "realm", "himaye-realm.json");
        try (InputStream file = Files.newInputStream(realm)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            long composites = Arrays.stream(text.split("\"job\\."))
                    .skip(1)
                    .filter(job -> job.contains("\"identification.decide\""))
                    .count();

            assertEquals(1, composites);
        }
    }
}
