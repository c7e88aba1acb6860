package org.himaye.plan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.junit.jupiter.api.Test;

/** The rules of domain.md 2.6 and the first variants of SC-03. */
class RehabilitationPlanTest {

    private static final UUID CASEWORKER = UUID.randomUUID();
    private static final UUID SECOND_CASEWORKER = UUID.randomUUID();
    private static final UUID SUPERVISOR = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate OPENED = TODAY.minusDays(40);

    @Test
    void sc03PlanWithDeclinedComponentsMayBeSubmitted() {
        PlanEntry entry = entry(Map.of(
                NeedArea.PSYCHOLOGICAL, withGoal(),
                NeedArea.EMPLOYMENT, withGoal(),
                NeedArea.MEDICAL, declined(TODAY),
                NeedArea.LEGAL, declined(TODAY)));

        assertDoesNotThrow(() -> entry.rules(false, OPENED, TODAY).hold());
    }

    @Test
    void br050MissingComponentIsNamed() {
        Map<NeedArea, Part> parts = new HashMap<>(Map.of(NeedArea.PSYCHOLOGICAL, withGoal()));
        parts.put(NeedArea.HOUSING, new Part(null, null, null, List.of()));
        PlanEntry entry = entry(parts);

        ComponentsNotAddressed refused = assertThrows(
                ComponentsNotAddressed.class,
                () -> entry.rules(false, OPENED, TODAY).hold());

        assertEquals(List.of(NeedArea.HOUSING), refused.arguments());
    }

    @Test
    void br050DecisionForGoalsNeedsAGoal() {
        PlanEntry entry = entry(Map.of(
                NeedArea.PSYCHOLOGICAL,
                withGoal(),
                NeedArea.LEGAL,
                new Part(PlanDecision.GOALS, null, null, List.of())));

        assertThrows(
                ComponentsNotAddressed.class,
                () -> entry.rules(false, OPENED, TODAY).hold());
    }

    @Test
    void br050DeclinedNeedsItsDate() {
        PlanEntry entry = entry(Map.of(NeedArea.PSYCHOLOGICAL, withGoal(), NeedArea.MEDICAL, declined(null)));

        assertEquals(
                "decidedOn_MEDICAL",
                assertThrows(
                                DeclinedWithoutDate.class,
                                () -> entry.rules(false, OPENED, TODAY).hold())
                        .field());
    }

    @Test
    void br050PlanHasAtLeastOneGoal() {
        PlanEntry entry = entry(Map.of(NeedArea.MEDICAL, declined(TODAY)));

        assertThrows(
                PlanWithoutGoal.class, () -> entry.rules(false, OPENED, TODAY).hold());
    }

    @Test
    void br050GoalOfADeclinedComponentDoesNotCount() {
        PlanEntry entry = entry(Map.of(
                NeedArea.MEDICAL,
                new Part(PlanDecision.DECLINED, TODAY, null, withGoal().goals())));

        assertThrows(
                PlanWithoutGoal.class, () -> entry.rules(false, OPENED, TODAY).hold());
    }

    @Test
    void br050GoalNeedsAnActionWithWhoAndWhen() {
        PlanEntry noAction = entry(Map.of(NeedArea.LEGAL, goal(List.of())));
        PlanEntry nobody = entry(Map.of(NeedArea.LEGAL, goal(List.of(action(null, null, TODAY)))));
        PlanEntry never = entry(Map.of(NeedArea.LEGAL, goal(List.of(action(Responsible.LAWYER, null, null)))));
        PlanEntry unnamed = entry(Map.of(NeedArea.LEGAL, goal(List.of(action(Responsible.ORGANISATION, " ", TODAY)))));
        PlanEntry named =
                entry(Map.of(NeedArea.LEGAL, goal(List.of(action(Responsible.ORGANISATION, "Job centre", TODAY)))));

        assertThrows(
                GoalsIncomplete.class,
                () -> noAction.rules(false, OPENED, TODAY).hold());
        assertThrows(
                AnswerMissing.class, () -> nobody.rules(false, OPENED, TODAY).hold());
        assertThrows(
                AnswerMissing.class, () -> never.rules(false, OPENED, TODAY).hold());
        assertThrows(
                AnswerMissing.class, () -> unnamed.rules(false, OPENED, TODAY).hold());
        assertDoesNotThrow(() -> named.rules(false, OPENED, TODAY).hold());
    }

    @Test
    void declinedBetweenTheBeginningOfTheCaseAndToday() {
        for (LocalDate possible : List.of(OPENED, TODAY)) {
            PlanEntry entry = entry(Map.of(NeedArea.LEGAL, withGoal(), NeedArea.MEDICAL, declined(possible)));
            assertDoesNotThrow(() -> entry.rules(false, OPENED, TODAY).hold());
        }
        for (LocalDate wrong : List.of(OPENED.minusDays(1), TODAY.plusDays(1))) {
            PlanEntry entry = entry(Map.of(NeedArea.LEGAL, withGoal(), NeedArea.MEDICAL, declined(wrong)));
            assertEquals("decidedOn_MEDICAL", outOfRange(entry).field());
        }
    }

    @Test
    void goalAndActionEndBetweenTodayAndTheLongestConsent() {
        for (LocalDate wrong : List.of(TODAY.minusDays(1), TODAY.plusYears(5).plusDays(1))) {
            PlanEntry goal =
                    entry(Map.of(NeedArea.LEGAL, goal(wrong, List.of(action(Responsible.LAWYER, null, TODAY)))));
            PlanEntry second = entry(Map.of(
                    NeedArea.LEGAL,
                    goal(List.of(action(Responsible.LAWYER, null, TODAY), action(Responsible.LAWYER, null, wrong)))));

            assertTrue(outOfRange(goal).field().endsWith(".target"));
            assertTrue(outOfRange(second).field().endsWith(".due"));
        }
    }

    private static DayOutOfRange outOfRange(PlanEntry entry) {
        return assertThrows(
                DayOutOfRange.class, () -> entry.rules(false, OPENED, TODAY).hold());
    }

    @Test
    void sc02EducationOfAChildIsNotNeededOnlyWithAReason() {
        PlanEntry without = entry(Map.of(NeedArea.PSYCHOLOGICAL, withGoal()));
        PlanEntry with = entry(Map.of(
                NeedArea.PSYCHOLOGICAL,
                withGoal(),
                NeedArea.EDUCATION,
                new Part(PlanDecision.NOT_NEEDED, TODAY, "Finished school", List.of())));

        assertThrows(
                ReasonForChildMissing.class,
                () -> without.rules(true, OPENED, TODAY).hold());
        assertDoesNotThrow(() -> without.rules(false, OPENED, TODAY).hold());
        assertDoesNotThrow(() -> with.rules(true, OPENED, TODAY).hold());
    }

    @Test
    void authorDoesNotReview() {
        RehabilitationPlan plan = draft();
        plan.submit(SECOND_CASEWORKER, NOW);

        assertThrows(OwnPlanReviewed.class, () -> plan.review(CASEWORKER, NOW));
        assertThrows(OwnPlanReviewed.class, () -> plan.review(SECOND_CASEWORKER, NOW));
        assertThrows(OwnPlanReviewed.class, () -> plan.sendBack(CASEWORKER, NOW));
        assertDoesNotThrow(() -> plan.review(SUPERVISOR, NOW));
    }

    @Test
    void sentBackPlanIsADraftAgainAndCanBeSubmittedAgain() {
        RehabilitationPlan plan = draft();
        plan.submit(CASEWORKER, NOW);

        plan.sendBack(SUPERVISOR, NOW);

        assertEquals(PlanStatus.DRAFT, plan.status());
        assertDoesNotThrow(() -> plan.saved(CASEWORKER, NOW));
        assertDoesNotThrow(() -> plan.submit(CASEWORKER, NOW));
    }

    @Test
    void sc03PlanWithoutConsentIsNotStarted() {
        RehabilitationPlan plan = presented();

        assertThrows(TransitionNotAllowed.class, () -> plan.start(TODAY, TODAY, CASEWORKER, NOW));
    }

    @Test
    void br051ConsentToAnotherVersionDoesNotApprove() {
        RehabilitationPlan plan = presented();

        assertThrows(
                ConsentForAnotherVersion.class,
                () -> plan.approve(UUID.randomUUID(), UUID.randomUUID(), CASEWORKER, NOW));
        assertEquals(PlanStatus.CONSENT_PENDING, plan.status());
    }

    @Test
    void br052SubmittedAndApprovedVersionsAreNotWrittenTo() {
        RehabilitationPlan submitted = draft();
        submitted.submit(CASEWORKER, NOW);
        RehabilitationPlan approved = approved();

        assertThrows(PlanNotInDraft.class, () -> submitted.saved(CASEWORKER, NOW));
        assertThrows(PlanNotInDraft.class, () -> approved.saved(CASEWORKER, NOW));
        assertThrows(TransitionNotAllowed.class, () -> approved.sendBack(SUPERVISOR, NOW));
    }

    @Test
    void planStartsTodayOrEarlier() {
        RehabilitationPlan plan = approved();

        assertThrows(StartInFuture.class, () -> plan.start(TODAY.plusDays(1), TODAY, CASEWORKER, NOW));
        plan.start(TODAY, TODAY, CASEWORKER, NOW);

        assertEquals(PlanStatus.ACTIVE, plan.status());
    }

    @Test
    void br051PlanStartsNotBeforeThePersonAgreed() {
        RehabilitationPlan plan = approved();

        assertThrows(StartBeforeConsent.class, () -> plan.start(TODAY.minusDays(1), TODAY, CASEWORKER, NOW));
    }

    @Test
    void personMayWantAnotherPlanOrNone() {
        RehabilitationPlan changed = presented();
        changed.change(CASEWORKER, NOW);
        RehabilitationPlan declined = presented();
        declined.decline(CASEWORKER, NOW);

        assertEquals(PlanStatus.DRAFT, changed.status());
        assertEquals(PlanStatus.DECLINED, declined.status());
    }

    @Test
    void goalsAreRatedOnlyWhileThePlanIsInForce() {
        RehabilitationPlan waiting = approved();
        RehabilitationPlan active = approved();
        active.start(TODAY, TODAY, CASEWORKER, NOW);

        assertThrows(PlanNotInForce.class, () -> waiting.rated(SUPERVISOR, NOW));
        assertDoesNotThrow(() -> active.rated(SUPERVISOR, NOW));
    }

    @Test
    void everyStateCanBeReachedFromADraft() {
        Set<PlanStatus> reached = EnumSet.of(PlanStatus.DRAFT);
        for (int steps = 0; steps < PlanStatus.values().length; steps++) {
            reached.addAll(reached.stream().flatMap(s -> s.next().stream()).toList());
        }

        assertEquals(EnumSet.allOf(PlanStatus.class), reached);
    }

    private static RehabilitationPlan draft() {
        return new RehabilitationPlan(UUID.randomUUID(), UUID.randomUUID(), 1, CASEWORKER, NOW);
    }

    private static RehabilitationPlan presented() {
        RehabilitationPlan plan = draft();
        plan.submit(CASEWORKER, NOW);
        plan.review(SUPERVISOR, NOW);
        plan.present(SpokenLanguage.AZ, CASEWORKER, NOW);
        return plan;
    }

    private static RehabilitationPlan approved() {
        RehabilitationPlan plan = presented();
        plan.approve(UUID.randomUUID(), plan.id(), CASEWORKER, NOW);
        return plan;
    }

    private record Part(PlanDecision decision, LocalDate on, String reason, List<PlanEntry.Goal> goals) {}

    private static Part withGoal() {
        return goal(List.of(action(Responsible.CASEWORKER, null, TODAY)));
    }

    private static Part goal(List<PlanEntry.Action> actions) {
        return goal(TODAY.plusDays(60), actions);
    }

    private static Part goal(LocalDate target, List<PlanEntry.Action> actions) {
        PlanEntry.Goal goal =
                new PlanEntry.Goal(UUID.randomUUID(), "Sleeps well", "Three nights a week", target, actions);
        return new Part(PlanDecision.GOALS, null, null, List.of(goal));
    }

    private static Part declined(LocalDate on) {
        return new Part(PlanDecision.DECLINED, on, null, List.of());
    }

    private static PlanEntry.Action action(Responsible who, String name, LocalDate due) {
        return new PlanEntry.Action(UUID.randomUUID(), "First talk", who, name, due);
    }

    /** All components that are not given are not needed. */
    private static PlanEntry entry(Map<NeedArea, Part> parts) {
        Part notNeeded = new Part(PlanDecision.NOT_NEEDED, TODAY, null, List.of());
        return new PlanEntry(
                UUID.randomUUID(),
                null,
                NeedArea.COMPONENTS.stream()
                        .map(area -> {
                            Part part = parts.getOrDefault(area, notNeeded);
                            return new PlanEntry.Component(
                                    area, part.decision(), part.on(), part.reason(), part.goals());
                        })
                        .toList());
    }
}
