package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.accesslog.LoggedDay;
import org.himaye.audit.AuditService;
import org.himaye.audit.FindingNumber;
import org.himaye.breakglass.BreakGlassReason;
import org.himaye.breakglass.BreakGlassRequest;
import org.himaye.breakglass.BreakGlassService;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.HandoverReason;
import org.himaye.casefile.Urgency;
import org.himaye.intake.PersonAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.NationalityStatus;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.search.SearchIndex;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.unusual.UnusualLine;
import org.himaye.unusual.UnusualQuery;
import org.himaye.unusual.UnusualRound;
import org.himaye.unusual.UnusualRule;
import org.himaye.unusual.UnusualService;
import org.himaye.unusual.UnusualState;
import org.himaye.unusual.UnusualVerdict;
import org.himaye.unusual.VerdictStands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each rule at its border, with real acts of today and the numbers of the configuration moved to where today's work ends (ADR 36); who meets
 * what was found, and what is said of it.
 */
class UnusualInContainerTest extends InContainer {

    private static final String NEVER = "9999";

    @Inject
    private CaseFileService cases;

    @Inject
    private PersonFileService persons;

    @Inject
    private BreakGlassService emergencies;

    @Inject
    private UnusualRound round;

    @Inject
    private UnusualService unusuals;

    @Inject
    private LoggedDay log;

    @Inject
    private AuditService audits;

    @Inject
    private SearchIndex names;

    @Inject
    private CurrentCaller currentCaller;

    @BeforeEach
    void nothingIsUnusual() {
        forget();
        term("volume.floor", NEVER);
        term("night.from", "24");
        term("night.until", "0");
        term("refusals.hour", NEVER);
        term("refusals.day", NEVER);
        term("tie.lot", "0");
    }

    @AfterEach
    void asItWas() {
        forget();
        term("volume.floor", "20");
        term("night.from", "22");
        term("night.until", "6");
        term("refusals.hour", "10");
        term("refusals.day", "20");
        term("tie.lot", "5");
    }

    private static void forget() {
        SuperuserConnection.change(
                "delete from himaye.unusual_access where created_by = '00000000-0000-0000-0000-000000000000' and finding_id is null");
    }

    private static void term(String key, String value) {
        SuperuserConnection.change(
                "update himaye.configuration set value = cast(? as numeric) where key = ?", value, "unusual." + key);
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessClock.ZONE);
    }

    private void enter(String name, Role role) {
        enter(name, role, SHELTER);
    }

    private void enter(String name, Role role, UUID institution) {
        currentCaller.enter(new Caller(
                sub(name), name, role, institution, EnumSet.allOf(Permission.class), "test", "test", Instant.now()));
    }

    /** Opened by caseworker1 of the shelter. */
    private CaseNumber opened(String family) {
        enter("caseworker1", Role.CASEWORKER);
        CaseNumber number =
                cases.start(UUID.randomUUID(), Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        persons.save(
                number,
                0,
                new PersonAnswers(
                        false,
                        "Nubar",
                        family,
                        null,
                        null,
                        null,
                        LocalDate.of(1990, 2, 3),
                        null,
                        AgeBasis.DOCUMENT,
                        AgeBand.UNKNOWN,
                        Sex.FEMALE,
                        NationalityStatus.CITIZEN_AZ,
                        null,
                        List.of(SpokenLanguage.AZ),
                        false));
        cases.open(number, null);
        return number;
    }

    private void look() {
        currentCaller.enter(Caller.machine("unusual", Permission.UNUSUAL_FIND));
        soon("there is an index of names", () -> {
            round.lookAt(today());
            return true;
        });
    }

    /** What is kept of a rule and an account, or of a case, one line each. */
    private static String kept(UnusualRule rule, String account, CaseNumber number) {
        return SuperuserConnection.text(
                "select coalesce(string_agg(concat_ws(' ', cause, accesses, usual), ', ' order by created_at), '') from himaye.unusual_access"
                        + " where rule = ? and account = ? and (cast(? as text) is null or case_number = ?)",
                rule.name(),
                sub(account),
                number == null ? null : number.text(),
                number == null ? null : number.text());
    }

    private static long casesOpenedToday(String account) {
        return SuperuserConnection.number(
                "select count(distinct l.case_id) from himaye.access_event e join himaye.access_event_case l on l.event_id = e.id"
                        + " join himaye.case_file c on c.id = l.case_id and c.erased_at is null"
                        + " where e.actor = ? and e.action in ('VIEW', 'EDIT', 'PRINT', 'DOWNLOAD', 'EXPORT') and e.outcome in ('ALLOWED', 'MASKED')"
                        + " and (e.at at time zone 'Asia/Baku')::date = (now() at time zone 'Asia/Baku')::date",
                sub(account));
    }

    @Test
    void oneCaseMoreThanTheFloorIsManyAndIsFoundOnce() {
        opened("Almazlı");
        long today = casesOpenedToday("caseworker1");
        term("volume.floor", String.valueOf(today));
        look();
        assertEquals("", kept(UnusualRule.VOLUME, "caseworker1", null));

        opened("Almazlı");
        look();
        look();

        assertEquals((today + 1) + " 0", kept(UnusualRule.VOLUME, "caseworker1", null));
        assertEquals(
                "unusual.find CREATE ALLOWED 0",
                SuperuserConnection.text(
                        "select concat_ws(' ', act, action, outcome, row_count) from himaye.access_event"
                                + " where act = 'unusual.find' order by seq desc limit 1"),
                "the second look found nothing new and is in the log");
    }

    /** A link without a person: then no name is compared, and the day is gone over as any other. */
    @Test
    void anEventThatNamesNobodyInTheCaseIsCountedAsWell() {
        CaseNumber number = opened("Kəhrəbalı");
        readByLawyerOfTheCentre(number, 0);

        look();

        assertEquals("OTHER_HOUSE 1", kept(UnusualRule.NO_RELATION, "lawyer1", number));
    }

    @Test
    void whatTheDatabaseCountsOfOtherDaysIsWhatTheRuleCountsOfThisOne() {
        opened("Sədəfli");
        assertEquals(
                List.of((int) casesOpenedToday("caseworker1")),
                log.casesADay(Set.of(sub("caseworker1")), today(), today().plusDays(1))
                        .get(sub("caseworker1")));
        assertFalse(log.sealed(today()), "a day that goes on is not over");
    }

    @Test
    void aLawyerAtNightIsUnusualAndACaseworkerIsNot() {
        CaseNumber number = opened("İncili");
        enter("supervisor1", Role.SUPERVISOR);
        cases.join(number, sub("lawyer1"));
        enter("lawyer1", Role.LAWYER);
        cases.open(number, null);
        boolean weekend = today().getDayOfWeek().getValue() > 5;
        look();
        assertEquals(weekend, !kept(UnusualRule.OFF_HOURS, "lawyer1", null).isEmpty());

        term("night.from", "0");
        look();

        assertFalse(kept(UnusualRule.OFF_HOURS, "lawyer1", null).isEmpty());
        assertEquals("", kept(UnusualRule.OFF_HOURS, "caseworker1", null));
        assertEquals("", kept(UnusualRule.NO_RELATION, "lawyer1", number), "she has a function in it");
    }

    @Test
    void whoGaveACaseAwayHasNothingToDoWithItAnyMore() {
        CaseNumber number = opened("Kəhrizli");
        look();
        assertEquals("", kept(UnusualRule.NO_RELATION, "caseworker1", number), "it was hers");

        enter("supervisor1", Role.SUPERVISOR);
        int version = (int)
                SuperuserConnection.number("select version from himaye.case_file where case_number = ?", number.text());
        cases.assign(number, version, sub("caseworker2"), HandoverReason.WORKLOAD);
        enter("caseworker1", Role.CASEWORKER);
        assertThrows(Refused.class, () -> cases.open(number, Purpose.CARE), "she meets it no more");
        enter("caseworker2", Role.CASEWORKER);
        cases.open(number, null);
        look();
        assertEquals("", kept(UnusualRule.NO_RELATION, "caseworker1", number), "what came before the end");

        // As if it had ended before she looked: what the act above would not let her do.
        SuperuserConnection.change(
                "update himaye.case_assignment a set assigned_until = a.assigned_from from himaye.case_file c"
                        + " where c.id = a.case_id and c.case_number = ? and a.staff_sub = ?",
                number.text(),
                sub("caseworker1"));
        look();

        assertEquals("HANDED_OVER 1", kept(UnusualRule.NO_RELATION, "caseworker1", number));
        assertEquals("", kept(UnusualRule.NO_RELATION, "caseworker2", number));
        assertEquals("", kept(UnusualRule.NO_RELATION, "supervisor1", number));
    }

    @Test
    void anUrgentAccessIsNotTheOwnWork() {
        CaseNumber number = opened("Nəğməli");
        enter("caseworker2", Role.CASEWORKER);
        emergencies.start(
                UUID.randomUUID(),
                number,
                new BreakGlassRequest(
                        BreakGlassReason.MEDICAL_EMERGENCY,
                        Set.of(DataClass.IDENTITY),
                        "Təcili yardım çağırılıb, həkim gözləyir."));
        cases.open(number, null);
        look();

        assertEquals("URGENT 1", kept(UnusualRule.NO_RELATION, "caseworker2", number));
        SuperuserConnection.change(
                "update himaye.break_glass_grant set ended_at = now() where created_by = ? and ended_at is null",
                sub("caseworker2"));
    }

    @Test
    void asManyRefusalsAsTheNumberSaysAreMany() {
        CaseNumber number = opened("Firuzəli");
        long already = SuperuserConnection.number(
                "select count(*) from himaye.access_event where actor = ? and outcome = 'DENIED' and reason is distinct from 'STEP_UP'"
                        + " and (at at time zone 'Asia/Baku')::date = (now() at time zone 'Asia/Baku')::date",
                sub("caseworker3"));
        term("refusals.day", String.valueOf(already + 3));
        enter("caseworker3", Role.CASEWORKER, ELSEWHERE);
        for (int i = 0; i < 2; i++) {
            assertThrows(Refused.class, () -> cases.open(number, null));
        }
        look();
        assertEquals("", kept(UnusualRule.REPEATED_REFUSALS, "caseworker3", null));

        enter("caseworker3", Role.CASEWORKER, ELSEWHERE);
        assertThrows(Refused.class, () -> cases.open(number, null));
        look();

        assertEquals(String.valueOf(already + 3), kept(UnusualRule.REPEATED_REFUSALS, "caseworker3", null));
    }

    private static void readByLawyerOfTheCentre(CaseNumber number, int daysAgo) {
        SuperuserConnection.change("""
                with event as (
                  insert into himaye.access_event (id, at, actor, role, institution_id, client, act, action, fields, classes, outcome, row_count)
                  values (gen_random_uuid(), now() - make_interval(days => ?), ?, 'LAWYER', ?, 'test', 'case.read', 'VIEW', '{}', '{}', 'ALLOWED', 1)
                  returning id, at)
                insert into himaye.access_event_case (event_id, at, case_id)
                select event.id, event.at, c.id from event, himaye.case_file c where c.case_number = ?""", daysAgo, sub("lawyer1"), CENTRE, number.text());
    }

    /** The lot falls on the first day or never: a row of a later day would be of the name alone, which was only written then. */
    @Test
    void whoOpenedItBeforeIsNotComparedAnyMore() {
        assumeTrue(LocalDate.now(ZoneOffset.UTC).getDayOfMonth() > 1, "the log's month begins today");
        CaseNumber first = opened("Qızılgüllü");
        CaseNumber again = opened("Qızılgüllü");
        readByLawyerOfTheCentre(first, 0);
        readByLawyerOfTheCentre(again, 1);
        readByLawyerOfTheCentre(again, 0);
        term("tie.lot", "100");

        look();

        assertEquals("1", kept(UnusualRule.PRIVATE_TIE, "lawyer1", first));
        assertEquals("", kept(UnusualRule.PRIVATE_TIE, "lawyer1", again));
    }

    @Test
    void aNameInCommonAndALotMakeTheSameRow() {
        String before =
                SuperuserConnection.text("select display_name from himaye.staff where sub = ?", sub("caseworker1"));
        SuperuserConnection.change(
                "update himaye.staff set display_name = 'Aysel Zümrüdlüova' where sub = ?", sub("caseworker1"));
        try {
            CaseNumber same = opened("Зумрудлуов");
            CaseNumber other = opened("Yaqutlu");
            waitForName(same);
            look();
            assertEquals(
                    "1", kept(UnusualRule.PRIVATE_TIE, "caseworker1", same), "in another script, of the other sex");
            assertEquals("", kept(UnusualRule.PRIVATE_TIE, "caseworker1", other));

            term("tie.lot", "100");
            look();
            assertEquals("1", kept(UnusualRule.PRIVATE_TIE, "caseworker1", other), "drawn");
            assertEquals(shape(same), shape(other), "nothing of the row tells which it was");
            String all = SuperuserConnection.text(
                    "select string_agg(concat_ws(' ', u::text), ' ') from himaye.unusual_access u where u.account = ?",
                    sub("caseworker1"));
            assertFalse(all.contains("Zümrüd") || all.contains("Зумруд"), all);
        } finally {
            SuperuserConnection.change(
                    "update himaye.staff set display_name = ? where sub = ?", before, sub("caseworker1"));
        }
    }

    private static String shape(CaseNumber number) {
        return SuperuserConnection.text(
                "select concat_ws(' ', rule, cause, account, day, accesses, usual, version, created_by) from himaye.unusual_access"
                        + " where case_number = ? and rule = 'PRIVATE_TIE'",
                number.text());
    }

    private void waitForName(CaseNumber number) {
        UUID person = UUID.fromString(SuperuserConnection.text(
                "select person_id::text from himaye.case_file where case_number = ?", number.text()));
        soon(
                "the name is in the index",
                () -> !names.namesakes("Aysel Zümrüdlüova", Set.of(person)).isEmpty());
    }

    private List<UnusualLine> listed() {
        return unusuals.list(new UnusualQuery(null, null, UnusualState.OPEN), PageAsked.first())
                .page()
                .rows();
    }

    private UnusualLine tie(CaseNumber number) {
        return unusuals.open(UUID.fromString(SuperuserConnection.text(
                        "select id::text from himaye.unusual_access where rule = 'PRIVATE_TIE' and case_number = ?",
                        number.text())))
                .line();
    }

    @Test
    void auditorsMeetItNobodyElseAndNobodyTheOwnAndAVerdictStays() {
        CaseNumber number = opened("Mərcanlı");
        term("tie.lot", "100");
        look();
        for (Role other : List.of(Role.SUPERVISOR, Role.CASEWORKER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR)) {
            enter("supervisor1", other);
            assertEquals(List.of(), listed(), other::name);
        }
        enter("caseworker1", Role.AUDITOR, ELSEWHERE);
        assertTrue(listed().stream().noneMatch(each -> each.account().equals(sub("caseworker1"))), "the own");
        enter("auditor1", Role.AUDITOR, ELSEWHERE);
        assertFalse(listed().isEmpty());
        UnusualLine line = tie(number);
        assertFalse(unusuals.open(line.id()).accesses().isEmpty());
        assertNull(unusuals.open(line.id()).words());

        enter("caseworker1", Role.AUDITOR, ELSEWHERE);
        assertThrows(Refused.class, () -> unusuals.open(line.id()));
        assertThrows(Refused.class, () -> decide(line, "Bu iş mənim öz işimdir."));
        enter("auditor1", Role.AUDITOR, ELSEWHERE);
        assertThrows(
                ChangedMeanwhile.class, () -> unusuals.decide(line.id(), 7, UnusualVerdict.EXPLAINED, "Kifayətdir."));

        decide(line, "Əməkdaş tanımadığını deyir 7391264.");

        assertEquals(
                "Əməkdaş tanımadığını deyir 7391264.",
                unusuals.open(line.id()).words().getValue());
        assertThrows(VerdictStands.class, () -> decide(line, "Başqa bir cümlə yazılır."));
        assertEquals(
                "EXPLAINED 1 f",
                SuperuserConnection.text(
                        "select concat_ws(' ', u.verdict, (select count(*) from himaye.sealing_key k where k.owner_id = u.id),"
                                + " position('7391264' in encode(u.words, 'escape')) > 0) from himaye.unusual_access u where u.id = ?",
                        line.id()));
    }

    private void decide(UnusualLine line, String words) {
        unusuals.decide(line.id(), 0, UnusualVerdict.EXPLAINED, words);
    }

    /** A question about something else of the same colleague closes nothing: what it is about is the row's own. */
    @Test
    void askingDecidesItWithTheNumberOfAQuestionAboutTheSame() {
        CaseNumber number = opened("Əqiqli");
        opened("Yəşəmli");
        term("tie.lot", "100");
        look();
        enter("caseworker1", Role.AUDITOR, ELSEWHERE);
        UUID id = UUID.fromString(SuperuserConnection.text(
                "select id::text from himaye.unusual_access where rule = 'PRIVATE_TIE' and case_number = ?",
                number.text()));
        assertThrows(Refused.class, () -> audits.beginUnusual(id), "the own");
        assertThrows(Refused.class, () -> ask(id), "the own");
        enter("auditor1", Role.AUDITOR, ELSEWHERE);
        assertEquals(number.text(), audits.beginUnusual(id).caseNumber());

        FindingNumber asked = ask(id);

        assertEquals(asked.text(), unusuals.open(id).line().finding());
        assertEquals(UnusualVerdict.ASKED, unusuals.open(id).line().verdict());
        assertEquals(
                "1",
                SuperuserConnection.text(
                        "select count(*)::text from himaye.audit_finding f join himaye.unusual_access u on u.finding_id = f.id"
                                + " where f.reference = ? and f.events = u.events and f.case_id = u.case_id and f.colleague = u.account"
                                + " and f.first_at = u.first_at and f.last_at = u.last_at",
                        asked.text()));
        assertEquals(
                "audit_finding",
                SuperuserConnection.text(
                        "select entity from himaye.access_event where act = 'audit.ask' and action = 'CREATE' order by seq desc limit 1"));
        assertThrows(VerdictStands.class, () -> ask(id), "asked once");
    }

    private FindingNumber ask(UUID unusual) {
        return audits.askUnusual(UUID.randomUUID(), unusual, "Şəxsi tanıyırsınızmı?");
    }
}
