package org.himaye.unusual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.himaye.accesslog.LoggedDay.Access;
import org.himaye.accesslog.LoggedDay.Work;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;
import org.junit.jupiter.api.Test;

/** Where each rule begins, by its border and what lies just inside (ADR 36). */
class UnusualRulesTest {

    private static final UnusualTerms TERMS = new UnusualTerms(20, 3, 22, 6, 10, 20, 5);
    private static final UUID SOMEBODY = new UUID(1, 1);
    private static final UUID HOUSE = new UUID(2, 1);
    private static final UUID OTHER_HOUSE = new UUID(2, 2);
    private static final UUID CASE = new UUID(3, 1);

    /** A Tuesday in Baku. */
    private static Instant at(String time) {
        return LocalDateTime.parse("2026-11-17T" + time)
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }

    private static Access opened(long sequence, Instant at, Role role, UUID caseId, boolean urgent, UUID house) {
        return new Access(
                sequence, at, SOMEBODY, "Aysel M", role, HOUSE, false, urgent, caseId, "V-" + caseId, house, null);
    }

    private static Access refused(long sequence, Instant at) {
        return new Access(
                sequence, at, SOMEBODY, "Aysel M", Role.CASEWORKER, HOUSE, true, false, null, null, null, null);
    }

    private static AccountDay day(Stream<Access> accesses) {
        AccountDay day = new AccountDay();
        accesses.forEach(day::add);
        return day;
    }

    private static AccountDay cases(int count) {
        return day(IntStream.range(0, count)
                .mapToObj(i -> opened(i, at("10:00"), Role.CASEWORKER, new UUID(3, i), false, HOUSE)));
    }

    @Test
    void manyCasesAreMoreThanTheFloorAndMoreThanThreeTimesTheUsual() {
        assertTrue(cases(20).volume(TERMS, 0).isEmpty(), "the floor");
        assertEquals(21, cases(21).volume(TERMS, 0).orElseThrow().accesses());
        assertTrue(cases(30).volume(TERMS, 10).isEmpty(), "three times");
        assertEquals(10, cases(31).volume(TERMS, 10).orElseThrow().usual());
        assertEquals(
                Unusual.MOST_EVENTS,
                cases(150).volume(TERMS, 10).orElseThrow().events().size());
    }

    @Test
    void theUsualIsTheMedianOfTheDaysOnWhichAnyCaseWasOpened() {
        assertEquals(0, UnusualTerms.median(List.of()));
        assertEquals(3, UnusualTerms.median(List.of(40, 3, 2)));
        assertEquals(4, UnusualTerms.median(List.of(40, 5, 3, 2)));
    }

    @Test
    void nightAndWeekendCountForJobsWithoutShifts() {
        assertTrue(TERMS.offHours(Role.LAWYER, at("22:00")));
        assertFalse(TERMS.offHours(Role.LAWYER, at("21:59:59")));
        assertTrue(TERMS.offHours(Role.LAWYER, at("05:59:59")));
        assertFalse(TERMS.offHours(Role.LAWYER, at("06:00")));
        assertFalse(TERMS.offHours(Role.CASEWORKER, at("23:00")), "a shelter has nights");
        Instant saturday = at("12:00").plusSeconds(4 * 86_400);
        assertTrue(TERMS.offHours(Role.FINANCE_PAYER, saturday));
        assertFalse(TERMS.offHours(Role.FINANCE_PAYER, saturday.minusSeconds(86_400)));
        Unusual found = day(Stream.of(
                        opened(1, at("21:00"), Role.LAWYER, CASE, false, HOUSE),
                        opened(2, at("23:00"), Role.LAWYER, CASE, false, HOUSE),
                        opened(2, at("23:00"), Role.LAWYER, new UUID(3, 2), false, HOUSE)))
                .offHours(TERMS)
                .orElseThrow();
        assertEquals(List.of(2L), found.events(), "one event of two cases is one access");
        assertEquals(1, found.accesses());
    }

    @Test
    void tenRefusalsInAnHourOrTwentyInADay() {
        Instant begin = at("09:00");
        List<Instant> nine =
                IntStream.range(0, 9).mapToObj(i -> begin.plusSeconds(i * 400L)).toList();
        assertFalse(TERMS.refusedAgain(nine));
        assertTrue(TERMS.refusedAgain(with(nine, begin.plusSeconds(3600))), "the tenth on the hour");
        assertFalse(TERMS.refusedAgain(with(nine, begin.plusSeconds(3601))));
        List<Instant> slow = IntStream.range(0, 19)
                .mapToObj(i -> begin.plusSeconds(i * 500L))
                .toList();
        assertFalse(TERMS.refusedAgain(slow));
        assertTrue(TERMS.refusedAgain(with(slow, slow.getLast().plusSeconds(500))));
        Unusual found = day(IntStream.range(0, 10).mapToObj(i -> refused(i, begin.plusSeconds(i))))
                .refusals(TERMS)
                .orElseThrow();
        assertEquals(10, found.accesses());
    }

    private static List<Instant> with(List<Instant> times, Instant one) {
        return Stream.concat(times.stream(), Stream.of(one)).toList();
    }

    @Test
    void whoHasAFunctionOrWorksInTheHouseHasToDoWithTheCase() {
        assertEquals(List.of(), causes(Role.CASEWORKER, false, HOUSE), "of the house");
        assertEquals(List.of(), causes(Role.LAWYER, false, OTHER_HOUSE, work("08:00", null)), "with a function");
        assertEquals(List.of(), causes(Role.FINANCE_PAYER, false, OTHER_HOUSE), "meets cases in a queue");
        assertEquals(List.of(), causes(Role.SUPERVISOR, false, HOUSE, work("08:00", "09:00")), "the whole house");
        assertEquals(List.of(), causes(Role.CASEWORKER, false, HOUSE, work("08:00", "12:00")), "at its very end");
        assertEquals(
                List.of(), causes(Role.CASEWORKER, false, HOUSE, work("08:00", "09:00"), work("11:00", null)), "again");
    }

    @Test
    void anUrgentAccessAHandOverAndAnotherHouseAreNone() {
        assertEquals(List.of(UnusualCause.URGENT), causes(Role.CASEWORKER, true, HOUSE, work("08:00", null)));
        assertEquals(
                List.of(UnusualCause.HANDED_OVER), causes(Role.CASEWORKER, false, HOUSE, work("08:00", "11:59:59")));
        assertEquals(List.of(UnusualCause.OTHER_HOUSE), causes(Role.LAWYER, false, OTHER_HOUSE));
        assertEquals(
                List.of(UnusualCause.OTHER_HOUSE),
                causes(Role.LAWYER, false, OTHER_HOUSE, work("12:00:01", null)),
                "before it began");
        Work another = new Work(CASE, new UUID(1, 9), at("08:00"), null);
        assertEquals(List.of(UnusualCause.OTHER_HOUSE), causes(Role.LAWYER, false, OTHER_HOUSE, another));
    }

    private static Work work(String from, String until) {
        return new Work(CASE, SOMEBODY, at(from), until == null ? null : at(until));
    }

    private static List<UnusualCause> causes(Role role, boolean urgent, UUID house, Work... work) {
        return day(Stream.of(opened(1, at("12:00"), role, CASE, urgent, house)))
                .noRelation(TERMS, Map.of(CASE, List.of(work)))
                .stream()
                .map(Unusual::cause)
                .toList();
    }

    @Test
    void aTieIsOneRowACaseWhateverItRestsOn() {
        AccountDay day = day(Stream.of(
                opened(1, at("10:00"), Role.CASEWORKER, CASE, false, HOUSE),
                opened(2, at("11:00"), Role.CASEWORKER, CASE, false, HOUSE),
                opened(3, at("12:00"), Role.CASEWORKER, new UUID(3, 2), false, HOUSE)));

        List<Unusual> found = day.ties(access -> access.caseId().equals(CASE));

        assertEquals(1, found.size());
        assertEquals(List.of(1L, 2L), found.getFirst().events());
        assertEquals(null, found.getFirst().cause());
    }
}
