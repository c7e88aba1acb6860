package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.accesslog.AccessQuery;
import org.himaye.audit.AuditService;
import org.himaye.audit.FindingNumber;
import org.himaye.audit.FindingState;
import org.himaye.audit.WordsErased;
import org.himaye.breakglass.Verdict;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentService;
import org.himaye.intake.PersonAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.NationalityStatus;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.retention.ErasureBeforePayment;
import org.himaye.retention.ErasureNeedsAnother;
import org.himaye.retention.ErasureOfWorkedOn;
import org.himaye.retention.ErasureOnHold;
import org.himaye.retention.ErasureReason;
import org.himaye.retention.ErasureRow;
import org.himaye.retention.ErasureService;
import org.himaye.retention.HoldNeedsAnother;
import org.himaye.retention.HoldReason;
import org.himaye.retention.HoldRequest;
import org.himaye.retention.RetentionRule;
import org.himaye.retention.RetentionService;
import org.himaye.search.SearchQuestion;
import org.himaye.search.SearchService;
import org.himaye.shared.BusinessClock;
import org.himaye.statistics.StatisticsService;
import org.junit.jupiter.api.Test;

/** Two people erase in the real server, and what then is still there (domain.md 4.8, ADR 25). */
class ErasureInContainerTest extends InContainer {

    @Inject
    private CaseFileService cases;

    /** How many years ago, and twice which case. */
    private static final String CLOSED =
            "insert into himaye.status_change (id, version, created_at, created_by, updated_at, updated_by, case_id, entity,"
                    + " entity_id, from_status, to_status) values (gen_random_uuid(), 0, now() - make_interval(years => ?),"
                    + " gen_random_uuid(), now(), gen_random_uuid(), ?, 'case_file', ?, 'FOLLOW_UP', 'CLOSED')";

    @Inject
    private PersonFileService persons;

    @Inject
    private DocumentService documents;

    @Inject
    private SearchService search;

    @Inject
    private StatisticsService statistics;

    @Inject
    private ErasureService erasures;

    @Inject
    private RetentionService retention;

    @Inject
    private SealingKeys sealing;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditService audits;

    private void enter(String name, Role role, UUID institution) {
        currentCaller.enter(new Caller(
                sub(name), name, role, institution, EnumSet.allOf(Permission.class), "test", "test", Instant.now()));
    }

    private void caseworker() {
        enter("caseworker1", Role.CASEWORKER, SHELTER);
    }

    private void supervisor() {
        enter("supervisor1", Role.SUPERVISOR, SHELTER);
    }

    private void officer() {
        enter("privacy1", Role.PRIVACY_OFFICER, ELSEWHERE);
    }

    private CaseNumber opened(String family, LocalDate born) {
        caseworker();
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
                        born,
                        null,
                        AgeBasis.DOCUMENT,
                        AgeBand.UNKNOWN,
                        Sex.FEMALE,
                        NationalityStatus.CITIZEN_AZ,
                        null,
                        List.of(SpokenLanguage.AZ),
                        false));
        return number;
    }

    private static UUID caseId(CaseNumber number) {
        return UUID.fromString(
                SuperuserConnection.text("select id::text from himaye.case_file where case_number = ?", number.text()));
    }

    private static UUID personId(CaseNumber number) {
        return UUID.fromString(SuperuserConnection.text(
                "select person_id::text from himaye.case_file where case_number = ?", number.text()));
    }

    private ErasureRow line(CaseNumber number) {
        return erasures.list(null).rows().stream()
                .filter(each -> each.number().equals(number.text()))
                .findFirst()
                .orElse(null);
    }

    private boolean confirm(CaseNumber number) {
        ErasureRow line = line(number);
        return erasures.confirm(line.id(), line.version());
    }

    private void soonFound(String name, boolean wanted) {
        caseworker();
        soon(
                name + (wanted ? " is found" : " is forgotten"),
                () -> search.search(new SearchQuestion(name, null), null).hits().isEmpty() != wanted);
    }

    @Test
    void twoPeopleEraseAndNothingIsFoundOfTheCaseButItsEndInTheLog() {
        CaseNumber number = opened("Kəhrəbalıova", LocalDate.of(1991, 2, 3));
        UUID caseId = caseId(number);
        UUID personId = personId(number);
        SuperuserConnection.change(
                "update himaye.case_file set opened_at = now() - interval '1 year' where id = ?", caseId);
        documents.add(
                number,
                new DocumentEntry(UUID.randomUUID(), DocumentKind.OTHER, "Ad", null, null),
                SmallPdf.of("what is over"));
        assertEquals("1 1", papers(caseId));
        soonFound("Kəhrəbalıova", true);
        String counted = counted();

        FindingNumber asked = askedAbout(number);

        officer();
        erasures.ask(UUID.randomUUID(), number, ErasureReason.PERSON_ASKED);
        assertFalse(confirm(number), "one is not two");
        ErasureRow line = line(number);
        assertEquals(RetentionRule.ASKED, line.rule());
        assertThrows(ErasureNeedsAnother.class, () -> erasures.confirm(line.id(), line.version()));
        enter("supervisor2", Role.SUPERVISOR, ELSEWHERE);
        assertThrows(Refused.class, () -> erasures.confirm(line.id(), line.version()), "of another house");
        caseworker();
        assertThrows(Refused.class, () -> erasures.confirm(line.id(), line.version()));

        supervisor();
        erasures.hold(UUID.randomUUID(), number, new HoldRequest(HoldReason.COURT, "17/4"));
        assertThrows(ErasureOnHold.class, () -> confirm(number), "held between the two");
        assertEquals("1", keys(personId));
        var hold = erasures.list(null).holds().stream()
                .filter(each -> each.number().equals(number.text()))
                .findFirst()
                .orElseThrow();
        assertThrows(HoldNeedsAnother.class, () -> erasures.lift(hold.id(), hold.version()));
        officer();
        erasures.lift(hold.id(), hold.version());

        supervisor();
        assertTrue(confirm(number), "the second yes");

        assertEquals("0", keys(caseId));
        assertEquals("0", keys(personId));
        assertEquals("0 0", papers(caseId));
        assertThrows(
                KeysUnavailable.class,
                () -> sealing.forWriting(KeyOwner.caseFile(caseId)),
                "a page that is still open makes it no key again");
        assertEquals(
                "ASKED",
                SuperuserConnection.text(
                        "select erased_rule from himaye.case_file where id = ? and person_id is null", caseId));
        assertEquals(
                "erasure.confirm ALLOWED ASKED",
                SuperuserConnection.text(
                        "select concat_ws(' ', e.act, e.outcome, e.reason) from himaye.access_event e"
                                + " join himaye.access_event_case c on c.event_id = e.id"
                                + " where e.action = 'ERASE' and c.case_id = ? and c.person_id = ?",
                        caseId,
                        personId));
        assertEquals(counted, counted(), "statistics");
        soonFound("Kəhrəbalıova", false);
        String unknown = refused(CaseNumber.random());
        assertEquals(unknown, refused(number));
        officer();
        assertThrows(Refused.class, () -> erasures.open(number));
        assertEquals(null, line(number));
        noWordIsWrittenAboutItAgain(number, asked);
        whatWasBeingWrittenMeanwhileIsSweptAway(caseId);
    }

    private FindingNumber askedAbout(CaseNumber number) {
        enter("auditor1", Role.AUDITOR, ELSEWHERE);
        String who = sub("caseworker1").toString();
        AccessQuery query = new AccessQuery(
                number.text(), who, null, null, null, null, null, null, null, null, null, AccessQuery.Page.FIRST);
        return audits.ask(UUID.randomUUID(), query, "Why was it opened?");
    }

    /** The page of the question is still open with somebody, and the auditor can close it. */
    private void noWordIsWrittenAboutItAgain(CaseNumber number, FindingNumber asked) {
        supervisor();
        assertThrows(WordsErased.class, () -> audits.answer(asked, "She asked for a new room."));
        enter("auditor1", Role.AUDITOR, ELSEWHERE);
        assertTrue(audits.open(asked).erased());
        audits.decide(asked, Verdict.UNCLEAR, null);
        assertThrows(WordsErased.class, () -> askedAbout(number));
        assertEquals(FindingState.CLOSED, audits.open(asked).state());
        assertEquals(
                "0 0",
                SuperuserConnection.text(
                        "select (select count(*) from himaye.sealing_key k where k.owner_id = f.id) || ' ' || count(s.words)"
                                + " from himaye.audit_finding f join himaye.audit_finding_step s on s.finding_id = f.id"
                                + " where f.reference = ? group by f.id",
                        asked.text()));
    }

    private void whatWasBeingWrittenMeanwhileIsSweptAway(UUID caseId) {
        SuperuserConnection.change(
                "insert into himaye.case_deadline (id, version, created_at, created_by, updated_at, updated_by, case_id, kind, due_at)"
                        + " values (gen_random_uuid(), 0, now(), gen_random_uuid(), now(), gen_random_uuid(), ?, 'PROGRESS_REVIEW', now())",
                caseId);
        currentCaller.enter(Caller.machine("retention", Permission.RETENTION_PROPOSE));
        retention.propose();
        assertEquals(
                0, SuperuserConnection.number("select count(*) from himaye.case_deadline where case_id = ?", caseId));
        SuperuserConnection.change(
                "delete from himaye.erasure where created_by = '00000000-0000-0000-0000-000000000000'"
                        + " and executed_at is null");
    }

    private String refused(CaseNumber number) {
        caseworker();
        return assertThrows(Refused.class, () -> cases.open(number, null)).toString();
    }

    private String counted() {
        enter("coordinator1", Role.NATIONAL_COORDINATOR, ELSEWHERE);
        return statistics.casesByYear().toString();
    }

    private static String papers(UUID caseId) {
        return SuperuserConnection.text(
                "select count(distinct d.id) || ' ' || count(k.id) from himaye.case_document d"
                        + " left join himaye.document_chunk k on k.document_id = d.id where d.case_id = ?",
                caseId);
    }

    private static String keys(UUID owner) {
        return SuperuserConnection.text("select count(*)::text from himaye.sealing_key where owner_id = ?", owner);
    }

    @Test
    void whatIsAwaitedIsInTheWayAndIsSaid() {
        CaseNumber number = opened("Mirvarili", LocalDate.of(1991, 2, 3));
        SuperuserConnection.change(
                "insert into himaye.reimbursement_request (id, version, created_at, created_by, updated_at, updated_by, reference, case_id,"
                        + " person_id, kind, one_time, amount, budget_source_id, payee_kind, method, state, requested_by)"
                        + " select gen_random_uuid(), 0, now(), gen_random_uuid(), now(), gen_random_uuid(), 'P-' || gen_random_uuid(),"
                        + " c.id, c.person_id, 'IN_KIND_VALUE', false, 1, b.id, 'VICTIM', 'CASH_AGAINST_SIGNATURE', 'REQUESTED',"
                        + " gen_random_uuid() from himaye.case_file c, himaye.budget_source b where c.case_number = ? limit 1",
                number.text());

        officer();
        assertThrows(
                ErasureBeforePayment.class, () -> erasures.ask(UUID.randomUUID(), number, ErasureReason.PERSON_ASKED));
        SuperuserConnection.change("delete from himaye.reimbursement_request where case_id = ?", caseId(number));
    }

    @Test
    void theMachineProposesWhatIsDueOnceAndKeepsNoBirthDate() {
        LocalDate today = LocalDate.now(BusinessClock.ZONE);
        CaseNumber adult = closed("Zəbərcədli", today.minusYears(40));
        CaseNumber child = closed("Yaqutlu", today.minusYears(20));
        CaseNumber grown = closed("Firuzəli", today.minusYears(26));

        currentCaller.enter(Caller.machine("retention", Permission.RETENTION_PROPOSE));
        assertTrue(retention.propose() >= 2);
        assertEquals(0, retention.propose());

        assertEquals(
                Map.of(
                        adult.text(),
                        "CLOSED_ADULT " + today.minusYears(11).plusYears(10).plusDays(1),
                        grown.text(),
                        "CLOSED_CHILD " + today),
                List.of(adult, child, grown).stream()
                        .map(each -> each.text())
                        .filter(each -> proposed(each) != null)
                        .collect(Collectors.toMap(each -> each, ErasureInContainerTest::proposed)));
        assertEquals(
                "retention.propose CREATE",
                SuperuserConnection.text(
                        "select act || ' ' || action from himaye.access_event e where act = 'retention.propose' and outcome = 'ALLOWED'"
                                + " and '{person.dateOfBirth}' <@ fields order by seq desc limit 1"));
        closedAgainSince(adult);
        SuperuserConnection.change("delete from himaye.erasure where number in (?, ?)", adult.text(), grown.text());
    }

    /** A referral that became no case has a line, too, and the event of the list names it as it names cases. */
    @Test
    void aReferralOnTheListIsNamedInTheLog() {
        String referral = "00000000-4e7e-4d00-8a11-000000000001";
        SuperuserConnection.change(
                "insert into himaye.erasure (id, version, created_at, created_by, updated_at, updated_by, subject, subject_id, number,"
                        + " institution_id, rule, due_on) values (gen_random_uuid(), 0, now(),"
                        + " '00000000-0000-0000-0000-000000000000', now(), '00000000-0000-0000-0000-000000000000', 'REFERRAL', '"
                        + referral + "', 'R-000000-0', '" + SHELTER + "', 'REFERRAL_NOT_ACCEPTED', date '2020-01-01')");
        officer();
        try {
            assertTrue(erasures.list(null).rows().stream()
                    .anyMatch(each -> each.number().equals("R-000000-0")));
        } finally {
            SuperuserConnection.change("delete from himaye.erasure where number = 'R-000000-0'");
        }
        assertEquals(
                "erasure.read",
                SuperuserConnection.text(
                        "select e.act from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                + " where c.case_id = '" + referral + "' order by e.seq desc limit 1"));
    }

    /** Its term begins anew, whatever was proposed and confirmed before. */
    private void closedAgainSince(CaseNumber number) {
        officer();
        assertFalse(confirm(number));
        SuperuserConnection.change(CLOSED, 0, caseId(number), caseId(number));
        supervisor();
        assertThrows(ErasureOfWorkedOn.class, () -> confirm(number));
    }

    private static String proposed(String number) {
        return SuperuserConnection.text(
                "select rule || ' ' || due_on from himaye.erasure where number = ? and created_by = '00000000-0000-0000-0000-000000000000'",
                number);
    }

    /** Opened thirteen years ago and closed eleven years ago today. */
    private CaseNumber closed(String family, LocalDate born) {
        CaseNumber number = opened(family, born);
        UUID caseId = caseId(number);
        SuperuserConnection.change(
                "update himaye.case_file set status = 'CLOSED', opened_at = now() - interval '13 years' where id = ?",
                caseId);
        SuperuserConnection.change(CLOSED, 11, caseId, caseId);
        return number;
    }
}
