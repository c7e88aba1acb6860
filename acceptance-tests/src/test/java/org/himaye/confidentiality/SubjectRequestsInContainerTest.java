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
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.disclosure.CopyKind;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.DisclosureBasis;
import org.himaye.disclosure.DisclosureChannel;
import org.himaye.disclosure.DisclosureCheck;
import org.himaye.disclosure.DisclosureDecision;
import org.himaye.disclosure.DisclosureExpired;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.disclosure.DisclosureRequest;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.DisclosureState;
import org.himaye.disclosure.InformedAnswer;
import org.himaye.disclosure.Informing;
import org.himaye.disclosure.NothingMade;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.intake.ContactAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.note.NoteBeginning;
import org.himaye.note.NoteEntry;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;
import org.himaye.person.AgeBand;
import org.himaye.person.ContactKind;
import org.himaye.person.SafeToUse;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.retention.ErasureBeforeOwnRequest;
import org.himaye.shared.BusinessClock;
import org.himaye.subjectrequest.AnswerForm;
import org.himaye.subjectrequest.AnswerLanguage;
import org.himaye.subjectrequest.CodeWordWrong;
import org.himaye.subjectrequest.Delivery;
import org.himaye.subjectrequest.IdentityProof;
import org.himaye.subjectrequest.NarrowingGround;
import org.himaye.subjectrequest.NoCodeWord;
import org.himaye.subjectrequest.NotDoneYet;
import org.himaye.subjectrequest.OwnWordsFirst;
import org.himaye.subjectrequest.PaymentStillOpen;
import org.himaye.subjectrequest.Preparation;
import org.himaye.subjectrequest.ReceivedHow;
import org.himaye.subjectrequest.RequestEntry;
import org.himaye.subjectrequest.RequestNeedsAnother;
import org.himaye.subjectrequest.RequestOutcome;
import org.himaye.subjectrequest.SubjectAnswer;
import org.himaye.subjectrequest.SubjectAnswerService;
import org.himaye.subjectrequest.SubjectRequestKind;
import org.himaye.subjectrequest.SubjectRequestService;
import org.himaye.subjectrequest.SubjectRequestState;
import org.himaye.subjectrequest.WhoSaw;
import org.himaye.task.MyDay;
import org.himaye.task.MyDayService;
import org.himaye.task.WaitingKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the person asks of her own data, who makes sure, who decides, what she gets and what the log says (domain.md 4.8, SC-10). */
class SubjectRequestsInContainerTest extends InContainer {

    private static final LocalDate TODAY = LocalDate.now(BusinessClock.ZONE);
    private static final String WORD = "Göyərçin qanadı";
    private static final String HELPER = "Kəhrəbar";
    private static final String LATER = "Qərardan sonra dedi";

    @Inject
    private CaseFileService cases;

    @Inject
    private PersonFileService persons;

    @Inject
    private NoteService notes;

    @Inject
    private SubjectRequestService requests;

    @Inject
    private SubjectAnswerService answers;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private DisclosurePackageService packages;

    @Inject
    private MyDayService days;

    @Inject
    private CurrentCaller currentCaller;

    private CaseNumber number;
    private String session;

    @BeforeEach
    void aCaseWithAWordAndAHelper() {
        SuperuserConnection.exportsInAnHour(100);
        caseworker();
        number = cases.start(UUID.randomUUID(), Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        say(NoteSort.STATEMENT, HELPER + "ın evində gizləndim");
    }

    /** The answer of an open request asks for everything of a case: no page of another test should lead there. */
    @AfterEach
    void nothingIsLeftOpen() {
        SuperuserConnection.exportsInAnHour(10);
        SuperuserConnection.change(
                "update himaye.subject_request set state = 'TAKEN_BACK' where state in ('RECEIVED', 'IDENTITY_VERIFIED', 'PREPARED', 'REDACTED')"
                        + " and case_id = (select id from himaye.case_file where case_number = ?)",
                number.text());
        SuperuserConnection.change(
                "delete from himaye.case_note where sort = 'LAWYER' and case_id = (select id from himaye.case_file where case_number = ?)",
                number.text());
    }

    private void say(NoteSort sort, String text) {
        notes.write(number, new NoteEntry(UUID.randomUUID(), NoteBeginning.of(sort), null, text, null, null));
    }

    private void agreeOnAWord() {
        persons.saveContact(
                number,
                UUID.randomUUID(),
                0,
                new ContactAnswers(ContactKind.PHONE, "+994501234567", SafeToUse.YES, null, HELPER, WORD, true, null));
    }

    private void as(String name, Role role) {
        session = "requests " + UUID.randomUUID();
        EnumSet<Permission> may = EnumSet.allOf(Permission.class);
        may.remove(role == Role.SUPERVISOR ? Permission.SUBJECTREQUEST_HANDLE : Permission.SUBJECTREQUEST_DECIDE);
        currentCaller.enter(new Caller(sub(name), name, role, SHELTER, may, session, "test", Instant.now()));
    }

    private void caseworker() {
        as("caseworker1", Role.CASEWORKER);
    }

    private void supervisor() {
        as("supervisor1", Role.SUPERVISOR);
    }

    private UUID asked(SubjectRequestKind kind) {
        caseworker();
        UUID id = UUID.randomUUID();
        requests.enter(
                number,
                id,
                new RequestEntry(
                        kind, TODAY, ReceivedHow.IN_PERSON, AnswerForm.ORALLY, AnswerLanguage.RU, false, "Hamısını"));
        return id;
    }

    private int version(UUID id) {
        return requests.open(number, id).version();
    }

    private UUID verified(SubjectRequestKind kind) {
        UUID id = asked(kind);
        requests.verify(number, id, version(id), IdentityProof.KNOWN_TO_WORKER, null);
        return id;
    }

    private void prepare(UUID id, RequestOutcome outcome, NarrowingGround... grounds) {
        requests.prepare(number, id, version(id), new Preparation(outcome, List.of(grounds), HELPER));
    }

    private void decide(UUID id) {
        supervisor();
        requests.decide(number, id, version(id), true);
        caseworker();
    }

    private SubjectRequestState state(UUID id) {
        return requests.open(number, id).state();
    }

    private static String all(SubjectAnswer answer) {
        return answer.parts().stream()
                .flatMap(part -> part.items().stream())
                .flatMap(item -> item.lines().stream())
                .map(line -> line.attribute() + "=" + line.value())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void sheGetsHerFileWithoutTheHelpersNameAndTheListWithoutNamesOfStaff() {
        agreeOnAWord();
        UUID id = asked(SubjectRequestKind.ACCESS);
        assertThrows(
                CodeWordWrong.class,
                () -> requests.verify(number, id, version(id), IdentityProof.CODE_WORD, "Göyərçin"));
        assertEquals(
                "CodeWordWrong",
                SuperuserConnection.text(
                        "select reason from himaye.access_event where session_ref = ? and outcome = 'FAILED'",
                        session));
        requests.verify(number, id, version(id), IdentityProof.CODE_WORD, " göyərçin QANADI ");
        prepare(id, RequestOutcome.GRANTED);
        assertThrows(Refused.class, () -> answers.answer(number, id), "before another person looked at it");

        supervisor();
        assertTrue(answers.answer(number, id).preview());
        requests.decide(number, id, version(id), true);
        assertThrows(Refused.class, () -> answers.answer(number, id), "it is brought by who works on the case");

        caseworker();
        SubjectAnswer answer = answers.answer(number, id);
        String told = all(answer);
        assertFalse(told.contains(HELPER), told);
        assertTrue(told.contains("case_note.narrativeText=\u2588\u2588\u2588\u2588 evində gizləndim"), told);
        assertTrue(told.contains("contact_point.value=+994501234567"), told);
        assertFalse(told.contains(WORD), told);
        say(NoteSort.STATEMENT, LATER);
        assertFalse(all(answers.answer(number, id)).contains(LATER), "nobody looked at it");
        assertTrue(answer.whole());
        assertEquals(
                "VIEW SUBJECT_REQUEST true",
                SuperuserConnection.text(
                        "select action || ' ' || purpose || ' ' || ('case_note.narrativeText' = any (fields)) from himaye.access_event"
                                + " where act = 'subjectrequest.answer' and session_ref = ?",
                        session));

        WhoSaw seen = answers.whoSaw(number, id);
        assertTrue(
                seen.seen().stream().anyMatch(line -> line.role() == Role.CASEWORKER && line.institution() != null),
                seen.toString());
        assertTrue(seen.seen().stream().anyMatch(line -> line.role() == Role.SUPERVISOR), seen.toString());
        assertFalse(seen.toString().contains("caseworker1"), seen.toString());

        requests.deliver(
                number, id, version(id), new Delivery(AnswerForm.ORALLY, AnswerLanguage.RU, false, null, null));
        assertEquals(SubjectRequestState.DELIVERED, state(id));
        assertThrows(Refused.class, () -> answers.answer(number, id), "nobody makes it again");
        assertThrows(Refused.class, () -> answers.whoSaw(number, id));
    }

    /** What the therapist and the lawyer noted they tell themselves: ADR 26, 33. */
    @Test
    void whatTherapistAndLawyerNotedIsNotInTheAnswer() {
        UUID id = verified(SubjectRequestKind.COPY);
        SuperuserConnection.change(
                "insert into himaye.case_note (id, version, created_at, created_by, updated_at, updated_by, case_id, sort, kind, privileged_text)"
                        + " select gen_random_uuid(), 0, now(), gen_random_uuid(), now(), gen_random_uuid(), id, 'LAWYER', 'FACT', '\\x00'"
                        + " from himaye.case_file where case_number = ?",
                number.text());
        prepare(id, RequestOutcome.GRANTED);
        decide(id);

        String told = all(answers.answer(number, id));

        assertTrue(told.contains("narrativeText"), told);
        assertFalse(told.contains("privilegedText") || told.contains("therapyText"), told);
    }

    @Test
    void nobodyIsAskedForMoreThanAWordAndWithoutOneSomebodyWhoKnowsHerSaysSo() {
        UUID id = asked(SubjectRequestKind.COMPLAINT);
        assertThrows(NoCodeWord.class, () -> requests.verify(number, id, version(id), IdentityProof.CODE_WORD, WORD));
        requests.verify(number, id, version(id), IdentityProof.KNOWN_TO_WORKER, null);
        prepare(id, RequestOutcome.REFUSED, NarrowingGround.UNFOUNDED);
        assertThrows(
                RequestNeedsAnother.class,
                () -> requests.deliver(
                        number,
                        id,
                        version(id),
                        new Delivery(AnswerForm.ORALLY, AnswerLanguage.AZ, false, null, true)));
    }

    /** It may be of the caseworker himself: the supervisor knows at once, and it does not vanish by his word. */
    @Test
    void aComplaintStandsWithTheSupervisorAtOnceAndIsTakenBackBeforeAnother() {
        agreeOnAWord();
        UUID id = asked(SubjectRequestKind.COMPLAINT);
        supervisor();
        assertTrue(complained());
        caseworker();
        assertThrows(RequestNeedsAnother.class, () -> requests.takeBack(number, id, version(id), null));
        assertThrows(CodeWordWrong.class, () -> requests.takeBack(number, id, version(id), "Göyərçin"));
        supervisor();
        requests.confirmTakenBack(number, id, version(id));
        assertFalse(complained());
        caseworker();
        assertEquals(SubjectRequestState.TAKEN_BACK, state(id));
        UUID again = verified(SubjectRequestKind.COMPLAINT);
        requests.takeBack(number, again, version(again), WORD);
        assertEquals(SubjectRequestState.TAKEN_BACK, state(again));
    }

    private boolean complained() {
        return days.open(MyDay.Part.WAITING, null).waiting().stream()
                .anyMatch(each -> each.kind() == WaitingKind.SUBJECT_REQUEST_COMPLAINT
                        && number.text().equals(each.number()));
    }

    /** Else a list that she is given would tell her of what a court forbade to tell. */
    @Test
    void whatSheMustNotKnowYetIsNoLineOfWhoSaw() {
        DisclosureNumber of = disclosures.enter(
                number,
                UUID.randomUUID(),
                new DisclosureRequest(
                        ReceiverKind.COURT,
                        "Bakı şəhəri, 4 nömrəli",
                        "Müfəttiş",
                        "17/2026",
                        TODAY,
                        Purpose.COURT_ORDER,
                        DisclosureBasis.COURT_DECISION,
                        "Hamısını istəyirik",
                        List.of(DisclosedField.STATEMENT_DATE)));
        disclosures.check(
                of,
                disclosures.open(of).version(),
                new DisclosureCheck(DisclosureBasis.COURT_DECISION, null, null, null, "Risk"));
        supervisor();
        disclosures.decide(
                of,
                disclosures.open(of).version(),
                new DisclosureDecision(null, List.of(DisclosedField.STATEMENT_DATE), TODAY.plusDays(30)));
        caseworker();
        disclosures.inform(
                of,
                disclosures.open(of).version(),
                new InformedAnswer(Informing.BEFORE, null, TODAY, SpokenLanguage.AZ));
        UUID id = verified(SubjectRequestKind.ACCESS);
        prepare(id, RequestOutcome.GRANTED);
        decide(id);
        assertFalse(toldOfTheCourt(id), "nothing has left");
        over(of, 1);
        assertFalse(toBeSent(of), "nothing can be made any more");
        assertThrows(
                NothingMade.class,
                () -> disclosures.send(of, disclosures.open(of).version(), DisclosureChannel.COURIER));
        over(of, 0);
        assertTrue(toBeSent(of));
        packages.make(of, CopyKind.JSON, new DisclosuresInContainerTest.Words());
        assertTrue(toldOfTheCourt(id), "whatever is recorded of it afterwards");

        over(of, 1);
        assertThrows(
                DisclosureExpired.class,
                () -> packages.make(of, CopyKind.JSON, new DisclosuresInContainerTest.Words()));
        assertTrue(toBeSent(of));
        disclosures.send(of, disclosures.open(of).version(), DisclosureChannel.COURIER);
        assertEquals(DisclosureState.NOTIFIED, disclosures.open(of).state(), "it had gone before");
        assertFalse(toBeSent(of));
        assertTrue(toldOfTheCourt(id));
        SuperuserConnection.change(
                "update himaye.disclosure set state = 'SENT', informing = 'WITHHELD', informing_reason = 'COURT_PROHIBITION',"
                        + " informed_on = null where reference = ?",
                of.text());
        assertFalse(toldOfTheCourt(id), "as one that is withheld");
    }

    /** Its last day was so many days ago. */
    private static void over(DisclosureNumber of, int days) {
        SuperuserConnection.change(
                "update himaye.disclosure set expires_on = (now() at time zone 'Asia/Baku')::date - ? where reference = ?",
                days,
                of.text());
    }

    private boolean toBeSent(DisclosureNumber of) {
        return days.open(MyDay.Part.WAITING, null).waiting().stream()
                .anyMatch(each ->
                        each.kind() == WaitingKind.DISCLOSURE_SEND && of.text().equals(each.number()));
    }

    /** The export of it, and the line of where it went. */
    private boolean toldOfTheCourt(UUID id) {
        WhoSaw list = answers.whoSaw(number, id);
        boolean seen = list.seen().stream().anyMatch(line -> line.purpose() == Purpose.COURT_ORDER);
        assertEquals(seen, list.went().stream().anyMatch(line -> line.receiver() == ReceiverKind.COURT));
        return seen;
    }

    @Test
    void whatWasLookedAtLongAgoIsMadeAgain() {
        UUID id = verified(SubjectRequestKind.COPY);
        prepare(id, RequestOutcome.GRANTED);
        decide(id);
        SuperuserConnection.change(
                "update himaye.subject_request set decided_at = decided_at - interval '15 days' where id = ?", id);
        assertThrows(Refused.class, () -> answers.answer(number, id));
        prepare(id, RequestOutcome.GRANTED);
        assertEquals(SubjectRequestState.PREPARED, state(id));
    }

    @Test
    void whatIsSaidToBeDoneStandsInTheCase() {
        UUID id = verified(SubjectRequestKind.WITHDRAW_CONSENT);
        assertThrows(NotDoneYet.class, () -> prepare(id, RequestOutcome.GRANTED));
        SuperuserConnection.change(
                "delete from himaye.case_note where case_id = (select id from himaye.case_file where case_number = ?)",
                number.text());
        UUID correction = verified(SubjectRequestKind.CORRECTION);
        assertThrows(NotDoneYet.class, () -> prepare(correction, RequestOutcome.GRANTED));
        assertThrows(
                OwnWordsFirst.class, () -> prepare(correction, RequestOutcome.REFUSED, NarrowingGround.FACT_DISPUTED));
        say(NoteSort.STATEMENT, "Elə deyildi");
        prepare(correction, RequestOutcome.REFUSED, NarrowingGround.FACT_DISPUTED);
        assertEquals(SubjectRequestState.PREPARED, state(correction));

        UUID restriction = verified(SubjectRequestKind.RESTRICTION);
        prepare(restriction, RequestOutcome.GRANTED);
        supervisor();
        int version = version(restriction);
        SuperuserConnection.change(
                "insert into himaye.case_restriction (id, version, created_at, created_by, updated_at, updated_by, case_id, case_number,"
                        + " institution_id, kind, reason, order_number, order_date, ends_on, persons)"
                        + " select gen_random_uuid(), 0, now(), created_by, now(), created_by, id, case_number, institution_id,"
                        + " 'SUSPENDED', 'COURT', '17/2026', current_date, current_date + 30, array[created_by]"
                        + " from himaye.case_file where case_number = ?",
                number.text());
        assertThrows(NotDoneYet.class, () -> requests.decide(number, restriction, version, true), "not in force");
        SuperuserConnection.change("delete from himaye.case_restriction where case_number = ?", number.text());
    }

    @Test
    void anErasureWithAnOpenPaymentIsNarrowedWithThatReasonAndWithoutOneItIsProposed() {
        SuperuserConnection.change(
                "insert into himaye.reimbursement_request (id, version, created_at, created_by, updated_at, updated_by, reference, case_id,"
                        + " person_id, kind, one_time, amount, budget_source_id, payee_kind, method, state, requested_by)"
                        + " select gen_random_uuid(), 0, now(), gen_random_uuid(), now(), gen_random_uuid(), 'P-' || gen_random_uuid(),"
                        + " c.id, c.person_id, 'IN_KIND_VALUE', false, 1, b.id, 'VICTIM', 'CASH_AGAINST_SIGNATURE', 'REQUESTED',"
                        + " gen_random_uuid() from himaye.case_file c, himaye.budget_source b where c.case_number = ? limit 1",
                number.text());
        UUID id = verified(SubjectRequestKind.ERASURE);
        assertThrows(PaymentStillOpen.class, () -> prepare(id, RequestOutcome.GRANTED));
        prepare(id, RequestOutcome.NARROWED, NarrowingGround.PAYMENT_OPEN);
        decide(id);
        requests.deliver(number, id, version(id), new Delivery(AnswerForm.SHOWN, AnswerLanguage.AZ, false, null, true));
        assertEquals(SubjectRequestState.PARTLY_REFUSED, state(id));

        SuperuserConnection.change(
                "delete from himaye.reimbursement_request where case_id = (select id from himaye.case_file where case_number = ?)",
                number.text());
        UUID again = verified(SubjectRequestKind.ERASURE);
        prepare(again, RequestOutcome.GRANTED);
        UUID other = asked(SubjectRequestKind.COPY);
        assertThrows(ErasureBeforeOwnRequest.class, () -> decide(again));
        caseworker();
        requests.takeBack(number, other, version(other), null);
        decide(again);
        assertEquals(
                "PERSON_ASKED",
                SuperuserConnection.text("select reason from himaye.erasure where number = ?", number.text()));
    }
}
