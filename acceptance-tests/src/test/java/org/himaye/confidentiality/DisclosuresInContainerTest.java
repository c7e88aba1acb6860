package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.accesslog.AccessKind;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.AccessQuery;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentScope;
import org.himaye.disclosure.ConsentForAnother;
import org.himaye.disclosure.ConsentNotForClasses;
import org.himaye.disclosure.CopyKind;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.DisclosureBasis;
import org.himaye.disclosure.DisclosureChannel;
import org.himaye.disclosure.DisclosureCheck;
import org.himaye.disclosure.DisclosureConsentNotInForce;
import org.himaye.disclosure.DisclosureDecision;
import org.himaye.disclosure.DisclosureLine;
import org.himaye.disclosure.DisclosureNeedsAnother;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.disclosure.DisclosureQuery;
import org.himaye.disclosure.DisclosureRequest;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.DisclosureState;
import org.himaye.disclosure.DisclosureView;
import org.himaye.disclosure.GuardianInConflict;
import org.himaye.disclosure.InformedAnswer;
import org.himaye.disclosure.Informing;
import org.himaye.disclosure.IssuedPackage;
import org.himaye.disclosure.MoreThanWithoutConsent;
import org.himaye.disclosure.NothingMade;
import org.himaye.disclosure.PackageWords;
import org.himaye.disclosure.PaperOutsideLimit;
import org.himaye.disclosure.PaperWithdrawn;
import org.himaye.disclosure.PersonNotInformed;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.disclosure.RefusalGround;
import org.himaye.disclosure.RefusalLetter;
import org.himaye.document.DocumentEntry;
import org.himaye.document.DocumentKind;
import org.himaye.document.DocumentService;
import org.himaye.document.DocumentWithdrawal;
import org.himaye.document.RedactedCopy;
import org.himaye.note.NoteBeginning;
import org.himaye.note.NoteEntry;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;
import org.himaye.person.AgeBand;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.retention.ErasureBeforeAnswer;
import org.himaye.retention.ErasureReason;
import org.himaye.retention.ErasureService;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides what leaves the house, on which consent, and what the register and the log then say (domain.md 4.2 to 4.4, SC-07). */
class DisclosuresInContainerTest extends InContainer {

    private static final LocalDate TODAY = LocalDate.now(BusinessClock.ZONE);
    private static final String SAID = "Məni pasportsuz saxladılar";

    @Inject
    private CaseFileService cases;

    @Inject
    private NoteService notes;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private DisclosurePackageService packages;

    @Inject
    private ErasureService erasures;

    @Inject
    private DocumentService documents;

    @Inject
    private AccessLogService log;

    @Inject
    private CurrentCaller currentCaller;

    private UUID caseId;
    private CaseNumber number;
    private String session;

    @BeforeEach
    void aCaseWithAStatement() {
        SuperuserConnection.exportsInAnHour(100);
        caseId = UUID.randomUUID();
        caseworker();
        number = cases.start(caseId, Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        notes.write(
                number, new NoteEntry(UUID.randomUUID(), NoteBeginning.of(NoteSort.STATEMENT), null, SAID, null, null));
    }

    @AfterEach
    void asBefore() {
        SuperuserConnection.exportsInAnHour(10);
    }

    private void as(String name, Role role, UUID institution) {
        session = "disclosures " + UUID.randomUUID();
        currentCaller.enter(new Caller(
                sub(name), name, role, institution, EnumSet.allOf(Permission.class), session, "test", Instant.now()));
    }

    private void caseworker() {
        as("caseworker1", Role.CASEWORKER, SHELTER);
    }

    private void supervisor() {
        as("supervisor1", Role.SUPERVISOR, SHELTER);
    }

    private void keeper(Role role) {
        as(role == Role.AUDITOR ? "auditor1" : "privacy1", role, ELSEWHERE);
    }

    private static DisclosureRequest asks(
            ReceiverKind receiver, Purpose purpose, DisclosureBasis basis, String document, DisclosedField... fields) {
        return new DisclosureRequest(
                receiver,
                "Bakı şəhəri, 4 nömrəli",
                "Müfəttiş",
                document,
                document == null ? null : TODAY,
                purpose,
                basis,
                "Hamısını istəyirik",
                List.of(fields));
    }

    private static DisclosureRequest ofCourt(DisclosedField... fields) {
        return asks(ReceiverKind.COURT, Purpose.COURT_ORDER, DisclosureBasis.COURT_DECISION, "17/2026", fields);
    }

    private DisclosureNumber entered(DisclosureRequest asked) {
        caseworker();
        return disclosures.enter(number, UUID.randomUUID(), asked);
    }

    private int version(DisclosureNumber of) {
        return disclosures.open(of).version();
    }

    private void check(DisclosureNumber of, DisclosureBasis ground, UUID consent) {
        disclosures.check(
                of, version(of), new DisclosureCheck(ground, consent, null, null, ground == null ? null : "Risk"));
    }

    private void decide(DisclosureNumber of, DisclosedField... fields) {
        disclosures.decide(of, version(of), new DisclosureDecision(null, List.of(fields), TODAY.plusDays(30)));
    }

    private void refuse(DisclosureNumber of) {
        supervisor();
        disclosures.decide(of, version(of), new DisclosureDecision(RefusalGround.NO_BASIS, null, null));
    }

    private void told(DisclosureNumber of) {
        caseworker();
        disclosures.inform(of, version(of), new InformedAnswer(Informing.BEFORE, null, TODAY, SpokenLanguage.AZ));
    }

    private IssuedPackage make(DisclosureNumber of, CopyKind kind) {
        return packages.make(of, kind, new Words());
    }

    private UUID consent(DisclosureNumber of, DataClass... classes) {
        return consent(of, ConsentGiver.VICTIM, classes);
    }

    private UUID consent(DisclosureNumber of, ConsentGiver giver, DataClass... classes) {
        UUID id = UUID.randomUUID();
        packages.agree(
                of,
                new ConsentAnswer(
                        id,
                        ConsentScope.DISCLOSURE,
                        null,
                        true,
                        giver,
                        ConsentMethod.WRITTEN,
                        SpokenLanguage.AZ,
                        false,
                        null,
                        TODAY.plusDays(30),
                        null),
                List.of(classes));
        return id;
    }

    /** SC-07: the court's decision, for the day of the statement only. */
    @Test
    void onlyWhatWasDecidedGoesAndRegisterAndLogSayIt() throws NoSuchAlgorithmException {
        DisclosureNumber of = entered(ofCourt(DisclosedField.STATEMENT_DATE, DisclosedField.DECISION_TEXT));
        check(of, DisclosureBasis.COURT_DECISION, null);
        assertThrows(DisclosureNeedsAnother.class, () -> decide(of, DisclosedField.STATEMENT_DATE), "alone");
        as("supervisor2", Role.SUPERVISOR, ELSEWHERE);
        assertThrows(Refused.class, () -> disclosures.open(of));
        as("caseworker2", Role.CASEWORKER, SHELTER);
        assertThrows(Refused.class, () -> disclosures.open(of), "of the house, and not on the case");
        assertFalse(onList(of));
        supervisor();
        assertThrows(MoreThanWithoutConsent.class, () -> decide(of, DisclosedField.DECISION_TEXT));
        assertThrows(MoreThanWithoutConsent.class, () -> decideAnything(of));
        decide(of, DisclosedField.STATEMENT_DATE);
        assertThrows(PersonNotInformed.class, () -> make(of, CopyKind.PDF));
        told(of);

        IssuedPackage json = make(of, CopyKind.JSON);

        String text = new String(json.content(), StandardCharsets.UTF_8);
        assertTrue(
                text.endsWith(
                        "\"data\":[{\"field\":\"STATEMENT_DATE\",\"attribute\":\"case_note.createdAt\",\"class\":\"OPERATIONAL\","
                                + "\"values\":[\"" + TODAY + "\"]}]}"),
                text);
        assertFalse(text.contains(SAID) || text.contains(number.text()), text);
        assertEquals(
                "EXPORT ALLOWED COURT_ORDER COURT_DECISION {case_note.createdAt} t",
                SuperuserConnection.text(
                        "select concat_ws(' ', e.action, e.outcome, e.purpose, e.reason, e.fields,"
                                + " e.entity_id = (select id from himaye.disclosure where reference = ?))"
                                + " from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                + " where e.session_ref = ? and e.act = 'disclosure.send' and c.case_id = ?",
                        of.text(),
                        session,
                        caseId));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.content()));
        assertEquals(hash, disclosures.open(of).copies().getFirst().sha256());
        theGateItselfAsksOnWhatItRests(of);
        IssuedPackage pdf = make(of, CopyKind.PDF);
        assertEquals("%PDF-", new String(pdf.content(), 0, 5, StandardCharsets.US_ASCII));
        assertEquals(2, disclosures.open(of).copies().size(), "every one is a line");
        disclosures.send(of, version(of), DisclosureChannel.COURIER);
        assertEquals(DisclosureState.NOTIFIED, disclosures.open(of).state());
        seenByKeepersWithoutWords(of);
    }

    /** Whoever has stolen the administrator's account and writes more into a decision gets no more by it. */
    private void theGateItselfAsksOnWhatItRests(DisclosureNumber of) {
        String decision = "update himaye.disclosure set receiver = ?, fields = ? where reference = ?";
        SuperuserConnection.change(decision, "SPECIAL_UNIT", "STATEMENT_DATE STATEMENT", of.text());
        assertThrows(Refused.class, () -> make(of, CopyKind.JSON), "with her word it could go there");
        SuperuserConnection.change(decision, "COURT", "STATEMENT_DATE", of.text());
    }

    private void decideAnything(DisclosureNumber of) {
        SuperuserConnection.change(
                "update himaye.disclosure set wanted_fields = 'FAMILY_NAME STATEMENT_DATE DECISION_TEXT' where reference = ?",
                of.text());
        decide(of, DisclosedField.FAMILY_NAME);
    }

    private boolean onList(DisclosureNumber of) {
        return disclosures.list(new DisclosureQuery(null, null, null, PageAsked.first())).rows().stream()
                .map(DisclosureLine::reference)
                .anyMatch(of.text()::equals);
    }

    private void seenByKeepersWithoutWords(DisclosureNumber of) {
        assertEquals("Hamısını istəyirik", disclosures.open(of).wanted().getValue());
        for (Role role : List.of(Role.AUDITOR, Role.PRIVACY_OFFICER)) {
            keeper(role);
            assertTrue(onList(of), role.name());
            assertNull(disclosures.open(of).wanted(), role.name());
            assertNull(disclosures.open(of).receiverPerson(), role.name());
            assertEquals(number.text(), disclosures.open(of).caseNumber());
            String named = SuperuserConnection.text(
                    "select fields::text from himaye.access_event where session_ref = ? and act = 'disclosure.read'"
                            + " order by seq desc limit 1",
                    session);
            List.of("documentNumber", "basis", "fields", "decidedBy", "channel")
                    .forEach(each -> assertTrue(named.contains("disclosure." + each), each + " is shown: " + named));
            assertThrows(Refused.class, () -> make(of, CopyKind.PDF), role.name());
        }
    }

    /** SC-07: expired yesterday; for one class and used for another; taken back after the decision. */
    @Test
    void aConsentHoldsForItsReceiverPurposeClassesAndTime() {
        DisclosureNumber of = entered(
                asks(ReceiverKind.LAWYER, Purpose.LEGAL_AID, DisclosureBasis.CONSENT, null, DisclosedField.STATEMENT));
        UUID identity = consent(of, DataClass.IDENTITY);
        UUID story = consent(of, DataClass.NARRATIVE);
        assertEquals(2, disclosures.open(of).consents().size(), "one beside the other");
        assertThrows(ConsentNotForClasses.class, () -> check(of, DisclosureBasis.CONSENT, identity));
        DisclosureNumber school = entered(asks(
                ReceiverKind.SCHOOL,
                Purpose.REFERRAL_SERVICE,
                DisclosureBasis.CONSENT,
                null,
                DisclosedField.GIVEN_NAME));
        assertThrows(ConsentForAnother.class, () -> check(school, DisclosureBasis.CONSENT, identity));
        lastDay(story, -1);
        assertThrows(DisclosureConsentNotInForce.class, () -> check(of, DisclosureBasis.CONSENT, story), "yesterday");
        lastDay(story, 0);
        check(of, DisclosureBasis.CONSENT, story);
        supervisor();
        decide(of, DisclosedField.STATEMENT);
        told(of);
        assertTrue(new String(make(of, CopyKind.JSON).content(), StandardCharsets.UTF_8).contains(SAID));
        SuperuserConnection.change(
                "update himaye.consent set status = 'WITHDRAWN', withdrawn_at = now() where id = ?", story);
        assertThrows(DisclosureConsentNotInForce.class, () -> make(of, CopyKind.JSON));
        assertEquals(1, disclosures.open(of).copies().size(), "what was refused left no line");
    }

    /** What was approved, or decided by the unit, after it: nobody decided that it goes. */
    @Test
    void whatWasDecidedElsewhereAfterTheDecisionDoesNotGo() {
        String before = payment("now()");
        String later = payment("null");
        DisclosureNumber of = entered(asks(
                ReceiverKind.FINANCE,
                Purpose.PAYMENT,
                DisclosureBasis.CONSENT,
                null,
                DisclosedField.PAYMENT_NUMBER,
                DisclosedField.AMOUNT));
        check(of, DisclosureBasis.CONSENT, consent(of, DataClass.FINANCIAL));
        supervisor();
        decide(of, DisclosedField.PAYMENT_NUMBER, DisclosedField.AMOUNT);
        DisclosureNumber court = entered(ofCourt(DisclosedField.DECISION_DATE));
        check(court, DisclosureBasis.COURT_DECISION, null);
        supervisor();
        decide(court, DisclosedField.DECISION_DATE);
        told(of);
        told(court);
        SuperuserConnection.change(
                "update himaye.reimbursement_request set state = 'APPROVED', approved_by = gen_random_uuid(), approved_at = now() where reference = ?",
                later);
        String after = payment("now()");
        SuperuserConnection.change(
                "insert into himaye.identification (id, version, created_at, created_by, updated_at, updated_by, decided_at, decision_date,"
                        + " decision_number, decision_text, officer) values (?, 0, now() - interval '1 day', gen_random_uuid(), now(),"
                        + " gen_random_uuid(), now(), '2026-01-05', '\\x00', '\\x00', gen_random_uuid())",
                caseId);

        String text = new String(make(of, CopyKind.JSON).content(), StandardCharsets.UTF_8);
        assertTrue(text.contains(before), text);
        assertFalse(text.contains(later) || text.contains(after), text);
        assertFalse(new String(make(court, CopyKind.JSON).content(), StandardCharsets.UTF_8).contains("2026-01-05"));
        SuperuserConnection.change(
                "update himaye.identification set decided_at = now() - interval '1 day' where id = ?", caseId);
        assertTrue(new String(make(court, CopyKind.JSON).content(), StandardCharsets.UTF_8).contains("2026-01-05"));
    }

    /** @return the number of one that was asked for a day ago and approved at this time */
    private String payment(String approved) {
        String reference = "P-" + UUID.randomUUID();
        SuperuserConnection.change(
                "insert into himaye.reimbursement_request (id, version, created_at, created_by, updated_at, updated_by, reference, case_id,"
                        + " person_id, kind, one_time, amount, budget_source_id, payee_kind, method, state, requested_by, reviewed_by,"
                        + " approved_by, approved_at)"
                        + " select gen_random_uuid(), 0, now() - interval '1 day', gen_random_uuid(), now(), gen_random_uuid(), ?, c.id,"
                        + " c.person_id, 'IN_KIND_VALUE', false, 1, b.id, 'VICTIM', 'CASH_AGAINST_SIGNATURE',"
                        + " case when a.at is null then 'REVIEWED' else 'APPROVED' end, gen_random_uuid(), gen_random_uuid(),"
                        + " case when a.at is not null then gen_random_uuid() end, a.at from himaye.case_file c, himaye.budget_source b,"
                        + " (select cast(" + approved + " as timestamptz) as at) a where c.id = ? limit 1",
                reference,
                caseId);
        return reference;
    }

    private static void lastDay(UUID consent, int days) {
        SuperuserConnection.change(
                "update himaye.consent set valid_to = (now() at time zone 'Asia/Baku')::date + ? where id = ?",
                days,
                consent);
    }

    /** What is answered tells nothing: not of somebody whom we know, and not of somebody whom nobody knows. */
    @Test
    void theAnswerToARefusedRequestIsTheSameForWhomNobodyKnows() {
        DisclosureRequest asked = asks(
                ReceiverKind.PROSECUTOR,
                Purpose.PROSECUTION_REQUEST,
                DisclosureBasis.PROSECUTION_DECISION,
                null,
                DisclosedField.SAFE_CONTACT);
        DisclosureNumber known = entered(asked);
        DisclosureNumber unknown = disclosures.enterUnknown(UUID.randomUUID(), asked);
        for (DisclosureNumber each : List.of(known, unknown)) {
            caseworker();
            check(each, null, null);
            refuse(each);
        }

        assertEquals(without(disclosures.refusal(known)), without(disclosures.refusal(unknown)));
        assertEquals(
                0,
                SuperuserConnection.number(
                        "select count(*) from himaye.disclosure where reference = ?"
                                + " and (wanted is not null or receiver_person is not null or case_id is not null)",
                        unknown.text()),
                "no word is kept of whom nobody knows");
        keeper(Role.PRIVACY_OFFICER);
        assertTrue(onList(unknown));
        as("supervisor2", Role.SUPERVISOR, ELSEWHERE);
        assertThrows(Refused.class, () -> disclosures.open(unknown));
    }

    /** The one who asks must not learn from a missing answer that a case was closed to the house or erased meanwhile. */
    @Test
    void theAnswerIsThereAlsoWhenTheCaseWasClosedOrErased() {
        DisclosureRequest asked = ofCourt(DisclosedField.STATEMENT_DATE);
        DisclosureNumber unknown = disclosures.enterUnknown(UUID.randomUUID(), asked);
        DisclosureNumber known = entered(asked);
        for (DisclosureNumber each : List.of(known, unknown)) {
            caseworker();
            check(each, null, null);
            refuse(each);
        }
        String answer = without(disclosures.refusal(unknown));
        seal();
        assertThrows(Refused.class, () -> disclosures.refusal(known), "closed to the supervisor");
        keeper(Role.PRIVACY_OFFICER);
        assertEquals(answer, without(disclosures.refusal(known)));
        SuperuserConnection.change("delete from himaye.case_restriction where case_id = ?", caseId);
        SuperuserConnection.change(
                "update himaye.case_file set erased_at = now(), erased_rule = 'ASKED', person_id = null where id = ?",
                caseId);
        supervisor();
        assertThrows(Refused.class, () -> disclosures.refusal(known));
        keeper(Role.PRIVACY_OFFICER);
        assertEquals(answer, without(disclosures.refusal(known)));
        assertEquals(
                "PRINT ALLOWED",
                SuperuserConnection.text(
                        "select e.action || ' ' || e.outcome from himaye.access_event e join himaye.access_event_case c on c.event_id = e.id"
                                + " where e.session_ref = ? and c.case_id = ?",
                        session,
                        caseId));
    }

    private void seal() {
        SuperuserConnection.change(
                "insert into himaye.case_restriction (id, version, created_at, created_by, updated_at, updated_by, case_id, case_number,"
                        + " institution_id, kind, reason, persons, in_force_at) select gen_random_uuid(), 0, now(), a.staff_sub, now(),"
                        + " a.staff_sub, c.id, c.case_number, c.institution_id, 'SEALED', 'THREAT_INSIDE', array[a.staff_sub], now()"
                        + " from himaye.case_file c join himaye.case_assignment a on a.case_id = c.id where c.id = ?",
                caseId);
    }

    /** Papers go as redacted copies that the decision names, each with a line and its hash. */
    @Test
    void aRedactedCopyGoesWithTheDecisionAndNoOtherPaper() throws NoSuchAlgorithmException {
        UUID statement = paper(DocumentKind.OWN_STATEMENT, null);
        UUID covered = paper(null, statement);
        UUID certificate = paper(null, paper(DocumentKind.CERTIFICATE, null));
        DisclosureNumber of = entered(
                asks(ReceiverKind.LAWYER, Purpose.LEGAL_AID, DisclosureBasis.CONSENT, null, DisclosedField.STATEMENT));
        check(of, DisclosureBasis.CONSENT, consent(of, DataClass.NARRATIVE));
        supervisor();
        assertEquals(
                Set.of(covered, certificate),
                disclosures.open(of).papers().stream().map(RedactedCopy::id).collect(Collectors.toSet()));
        assertThrows(PaperOutsideLimit.class, () -> decideWith(of, statement), "the original");
        assertThrows(ConsentNotForClasses.class, () -> decideWith(of, certificate));
        decideWith(of, covered);
        told(of);
        assertThrows(Refused.class, () -> packages.makePaper(of, certificate));
        assertThrows(
                NothingMade.class,
                () -> packages.makePaper(of, covered),
                "no paper without the file that carries receiver, term and conditions");
        make(of, CopyKind.JSON);
        assertThrows(NothingMade.class, () -> disclosures.send(of, version(of), DisclosureChannel.IN_PERSON));

        IssuedPackage file = packages.makePaper(of, covered);

        assertArrayEquals(SmallPdf.of("null"), file.content());
        assertEquals(of.text() + "-own-statement.pdf", file.fileName());
        DisclosureView.Copy line = disclosures.open(of).copies().stream()
                .filter(each -> each.kind() == CopyKind.PAPER)
                .findFirst()
                .orElseThrow();
        assertEquals(CopyKind.PAPER + " " + DocumentKind.OWN_STATEMENT, line.kind() + " " + line.paper());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.content())), line.sha256());
        assertEquals(
                "ALLOWED CONSENT {case_document.narrativeTitle}",
                SuperuserConnection.text(
                        "select concat_ws(' ', outcome, reason, fields) from himaye.access_event"
                                + " where session_ref = ? and action = 'EXPORT' and outcome = 'ALLOWED' order by seq desc",
                        session));
        documents.withdraw(number, covered, DocumentWithdrawal.NEWER_ONE);
        assertThrows(PaperWithdrawn.class, () -> packages.makePaper(of, covered));
    }

    /** @return its id */
    private UUID paper(DocumentKind kind, UUID original) {
        caseworker();
        UUID id = UUID.randomUUID();
        documents.add(number, new DocumentEntry(id, kind, "Sənəd", null, original), SmallPdf.of("" + kind));
        return id;
    }

    private void decideWith(DisclosureNumber of, UUID paper) {
        disclosures.decide(
                of,
                version(of),
                new DisclosureDecision(null, List.of(DisclosedField.STATEMENT), List.of(paper), TODAY.plusDays(30)));
    }

    /** Every print, export and copy is in the register: it leads to those in the log, and to nothing else. */
    @Test
    void whatLeftTheScreenIsFoundFromTheRegister() {
        DisclosureNumber of = entered(ofCourt(DisclosedField.STATEMENT_DATE));
        check(of, null, null);
        refuse(of);
        disclosures.refusal(of);
        supervisor();
        disclosures.open(of);
        keeper(Role.AUDITOR);
        AccessQuery taken = new AccessQuery(
                number.text(), null, null, null, null, null, null, null, AccessKind.TAKEN, null, null, null);

        assertEquals(
                List.of("disclosure.read PRINT"),
                log.list(taken).list().rows().stream()
                        .map(each -> each.act() + " " + each.action())
                        .toList());
    }

    /** Each answer names all that was on the page, also what is about nobody known. */
    @Test
    void theListCountsWhomNobodyKnowsToo() {
        entered(ofCourt());
        disclosures.enterUnknown(UUID.randomUUID(), ofCourt());
        supervisor();
        int shown = disclosures
                .list(new DisclosureQuery(null, null, null, PageAsked.first()))
                .rows()
                .size();
        assertTrue(shown >= 2);
        assertEquals(
                shown,
                SuperuserConnection.number(
                        "select row_count from himaye.access_event where session_ref = ? and action = 'LIST'",
                        session));
    }

    /** An asker who never gets an answer would know by it that there was somebody. */
    @Test
    void whatHasNoAnswerYetIsInTheWayOfAnErasure() {
        DisclosureNumber of = entered(ofCourt(DisclosedField.STATEMENT_DATE));
        inTheWay(true);
        caseworker();
        check(of, DisclosureBasis.COURT_DECISION, null);
        inTheWay(true);
        supervisor();
        decide(of, DisclosedField.STATEMENT_DATE);
        inTheWay(true);
        SuperuserConnection.change(
                "update himaye.disclosure set expires_on = current_date - 2 where reference = ?", of.text());
        inTheWay(false);
    }

    private void inTheWay(boolean expected) {
        keeper(Role.PRIVACY_OFFICER);
        if (expected) {
            assertThrows(
                    ErasureBeforeAnswer.class,
                    () -> erasures.ask(UUID.randomUUID(), number, ErasureReason.PERSON_ASKED));
        } else {
            erasures.ask(UUID.randomUUID(), number, ErasureReason.PERSON_ASKED);
            SuperuserConnection.change("delete from himaye.erasure where subject_id = ?", caseId);
        }
    }

    /** 2.11: no consent counts of a guardian against whom something is recorded, at this request or at one before. */
    @Test
    void whatIsRecordedAgainstAGuardianCountsAtTheNextRequest() {
        caseworker();
        number = cases.start(UUID.randomUUID(), Urgency.NORMAL, AgeBand.CHILD, Sex.FEMALE, SpokenLanguage.AZ);
        DisclosureRequest asked = asks(
                ReceiverKind.SCHOOL,
                Purpose.CHILD_PROTECTION,
                DisclosureBasis.GUARDIAN_AND_BID,
                "3/26",
                DisclosedField.GIVEN_NAME);
        DisclosureNumber before = entered(asked);
        UUID earlier = consent(before, ConsentGiver.GUARDIAN, DataClass.IDENTITY);
        DisclosureNumber first = entered(asked);
        disclosures.check(first, version(first), new DisclosureCheck(null, null, null, true, null));

        assertThrows(GuardianInConflict.class, () -> checkOfChild(before, DisclosureBasis.CONSENT, earlier));
        DisclosureNumber cleared = entered(asked);
        disclosures.check(cleared, version(cleared), new DisclosureCheck(null, null, null, false, null));
        DisclosureNumber next = entered(asked);
        assertThrows(GuardianInConflict.class, () -> consent(next, ConsentGiver.GUARDIAN, DataClass.IDENTITY));
        assertThrows(GuardianInConflict.class, () -> checkOfChild(next, DisclosureBasis.GUARDIAN_AND_BID, null));
        checkOfChild(next, DisclosureBasis.CONSENT, consent(next, ConsentGiver.AUTHORITY, DataClass.IDENTITY));
        assertEquals(DisclosureState.CHECKED, disclosures.open(next).state(), "an authority agreed");
        supervisor();
        assertEquals(true, disclosures.open(first).guardianConflict().getValue(), "who decides reads it");
        assertEquals(false, disclosures.open(next).guardianConflict().getValue());
    }

    private void checkOfChild(DisclosureNumber of, DisclosureBasis ground, UUID consent) {
        disclosures.check(of, version(of), new DisclosureCheck(ground, consent, null, false, "Risk"));
    }

    private static String without(RefusalLetter letter) {
        return letter.toString().replace(letter.reference(), "D");
    }

    /** Words that name themselves. */
    public static final class Words implements PackageWords {
        @Override
        public String language() {
            return "az";
        }

        @Override
        public String title() {
            return "Məlumat";
        }

        @Override
        public String heading(Heading heading) {
            return heading.name();
        }

        @Override
        public String field(DisclosedField field) {
            return field.name();
        }

        @Override
        public String show(Object value) {
            return String.valueOf(value);
        }

        @Override
        public String terms() {
            return "Ötürmək qadağandır: " + TODAY.plusDays(30);
        }
    }
}
