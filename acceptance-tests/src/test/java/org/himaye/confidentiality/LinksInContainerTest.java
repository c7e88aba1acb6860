package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.consent.AdultAnswersAlone;
import org.himaye.consent.ChildNeedsGuardian;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentPeriodWrong;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.DisclosureBasis;
import org.himaye.disclosure.DisclosureCheck;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosureRequest;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.GuardianInConflict;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.intake.PersonAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.link.CaseLinks;
import org.himaye.link.LinkAgreement;
import org.himaye.link.LinkDecline;
import org.himaye.link.LinkQuestion;
import org.himaye.link.LinkRow;
import org.himaye.link.LinkService;
import org.himaye.link.LinkState;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.NationalityStatus;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Translated;
import org.himaye.task.MyDay;
import org.himaye.task.MyDayService;
import org.himaye.task.Waiting;
import org.himaye.task.WaitingKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same person at two houses: asked with her agreement, confirmed by the other one, taken back by her (3.4, BR-037, BR-075). */
class LinksInContainerTest extends InContainer {

    private static final LinkAgreement AGREED = givenBy(ConsentGiver.VICTIM);

    @Inject
    private CaseFileService cases;

    @Inject
    private PersonFileService persons;

    @Inject
    private LinkService links;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private MyDayService days;

    @Inject
    private CurrentCaller currentCaller;

    private CaseNumber here;
    private CaseNumber there;
    private UUID id;

    @BeforeEach
    void theSamePersonComesToTwoHouses() {
        id = UUID.randomUUID();
        String document = document(id.getMostSignificantBits());
        enter("caseworker3", Role.CASEWORKER, CENTRE);
        there = withDocument(document, AgeBand.ADULT);
        enter("caseworker1", Role.CASEWORKER, SHELTER);
        here = withDocument(document, AgeBand.ADULT);
    }

    private static String document(long seed) {
        return "AZE " + Math.floorMod(seed, 100_000_000L);
    }

    private void enter(String name, Role role, UUID institution) {
        currentCaller.enter(
                new Caller(sub(name), name, role, institution, EnumSet.allOf(Permission.class), "test", "test"));
    }

    private void asker() {
        enter("supervisor1", Role.SUPERVISOR, SHELTER);
    }

    private void answerer() {
        enter("supervisor2", Role.SUPERVISOR, CENTRE);
    }

    private CaseNumber withDocument(String document, AgeBand age) {
        CaseNumber number = cases.start(UUID.randomUUID(), Urgency.NORMAL, age, Sex.FEMALE, SpokenLanguage.AZ);
        persons.save(
                number,
                0,
                new PersonAnswers(
                        false,
                        "Məlahət",
                        null,
                        null,
                        null,
                        document,
                        LocalDate.of(age == AgeBand.CHILD ? 2014 : 1990, 1, 2),
                        null,
                        AgeBasis.STATED,
                        age,
                        Sex.FEMALE,
                        NationalityStatus.CITIZEN_AZ,
                        null,
                        List.of(SpokenLanguage.AZ),
                        false));
        return number;
    }

    private void ask() {
        asker();
        links.ask(here, id, CENTRE, AGREED);
    }

    private List<LinkQuestion> asked() {
        return links.asked().stream().filter(each -> each.id().equals(id)).toList();
    }

    private List<LinkState> states(CaseNumber number) {
        return links.open(number).links().stream().map(LinkRow::state).toList();
    }

    private List<String> linked(CaseNumber number) {
        return cases.open(number, null).linked().stream().map(Translated::en).toList();
    }

    @Test
    void bothCasesTellOfTheOtherHouseAndNothingElseUntilItIsTakenBack() {
        ask();
        ask();
        assertEquals(List.of(LinkState.ASKED), states(here), "a double click asks once");
        assertEquals(List.of(), asked(), "the own house is not asked");
        assertEquals(List.of(), linked(here));
        assertEquals(1, cases.open(here, null).earlier().size());
        answerer();
        assertEquals(
                List.of(there.text()),
                asked().stream().map(LinkQuestion::number).toList());
        assertEquals("Shelter “Baku”", asked().getFirst().institution().en());
        assertEquals(1, waiting());
        assertEquals(id, links.open(there).question().id());
        assertEquals(List.of(), states(there), "not before it is confirmed");
        links.confirm(there, id, AGREED);
        assertEquals(0, waiting());
        assertNull(links.open(there).question());
        assertEquals(List.of("Shelter “Baku”"), linked(there));
        assertThrows(Refused.class, () -> cases.open(here, null), "no content through a link");
        asker();
        assertEquals(List.of("Assistance centre “Ganja”"), linked(here));
        assertEquals(List.of(), cases.open(here, null).earlier(), "nothing is left to ask");
        assertEquals(List.of(), links.open(here).choices(), "asked and linked already");
        assertEquals(
                2,
                SuperuserConnection.number(
                        "select count(distinct person_id) from himaye.case_file where case_number in (?, ?)",
                        here.text(),
                        there.text()),
                "nobody is merged");

        answerer();
        links.end(there, id);
        assertEquals(List.of(), linked(there));
        asker();
        assertEquals(List.of(), linked(here));
        assertEquals(List.of(), states(here), "no house reads the name of the other one any more");
        links.ask(here, UUID.randomUUID(), CENTRE, AGREED);
    }

    private long waiting() {
        return days.open(MyDay.Part.WAITING, null).waiting().stream()
                .filter(each -> each.kind() == WaitingKind.LINK_ANSWER)
                .map(Waiting::number)
                .filter(there.text()::equals)
                .count();
    }

    @Test
    void whoAskedDoesNotLearnThatItWasDeclined() {
        ask();
        String before = links.open(here).links() + " " + links.open(here).choices();
        answerer();
        links.decline(there, id, LinkDecline.NOT_AGREED);
        assertEquals(List.of(), asked());
        assertThrows(Refused.class, () -> links.confirm(there, id, AGREED), "it is over");
        asker();

        assertEquals(before, links.open(here).links() + " " + links.open(here).choices());
        links.end(here, id);
        assertEquals(List.of(), states(here));
    }

    /** A request leaves the desk and a link leaves both cases as if there were none, and come back with the case. */
    @Test
    void aRestrictedCaseHasNoLink() {
        ask();
        restrict(there);
        answerer();
        assertEquals(List.of(), asked());
        assertThrows(Refused.class, () -> links.confirm(there, id, AGREED));
        asker();
        assertEquals(List.of(LinkState.ASKED), states(here), "as when nobody answers");
        lift();
        answerer();
        links.confirm(there, id, AGREED);
        restrict(here);
        assertEquals(List.of(), linked(there));
        assertEquals(List.of(), states(there));
        asker();
        assertEquals(List.of(), states(here));
        lift();
        assertEquals(List.of(LinkState.LINKED), states(here));
    }

    /** She takes it back where she is, though nothing of it may be told there, and it does not stand again. */
    @Test
    void whatIsNotToldIsTakenBack() {
        linked();
        restrict(here);
        answerer();
        assertEquals(List.of(), states(there));
        links.endAll(there);
        lift();
        assertEquals(List.of(), states(there));
        asker();
        assertEquals(List.of(), states(here));

        id = UUID.randomUUID();
        linked();
        restrict(there);
        asker();
        links.end(here, id);
        lift();
        assertEquals(List.of(), states(here));
        answerer();
        assertEquals(List.of(), states(there));
    }

    private void linked() {
        ask();
        answerer();
        links.confirm(there, id, AGREED);
    }

    /** Of two women with the same telephone the other one's house would be told of by one click. */
    @Test
    void sheAgreesInBothHousesAndForATime() {
        asker();
        LocalDate today = LocalDate.now();
        LinkAgreement past = until(ConsentGiver.VICTIM, today.minusDays(2));
        LinkAgreement endless = until(ConsentGiver.VICTIM, null);
        assertThrows(ConsentPeriodWrong.class, () -> links.ask(here, id, CENTRE, past));
        assertThrows(AnswerMissing.class, () -> links.ask(here, id, CENTRE, endless));
        CaseLinks before = links.open(here);
        assertEquals(before.today().plusMonths(12), before.proposedEnd(), "as a consent, where no link stands yet");
        ask();
        answerer();
        assertThrows(AnswerMissing.class, () -> links.confirm(there, id, givenBy(null)));
        assertThrows(AdultAnswersAlone.class, () -> links.confirm(there, id, givenBy(ConsentGiver.GUARDIAN)));
        assertThrows(ConsentPeriodWrong.class, () -> links.confirm(there, id, past));
        links.confirm(there, id, AGREED);

        runOut("confirmed_valid_to");
        assertEquals(List.of(), states(there));
        asker();
        assertEquals(List.of(), linked(here));
        id = UUID.randomUUID();
        ask();
        assertEquals(List.of(LinkState.ASKED), states(here), "asked anew");
        runOut("valid_to");
        assertEquals(List.of(), states(here));
        answerer();
        assertEquals(List.of(), asked());
        assertThrows(Refused.class, () -> links.confirm(there, id, AGREED));
    }

    /** Past the trigger that lets nobody change another house's word. */
    private void runOut(String lastDay) {
        SuperuserConnection.change(
                "set session_replication_role = replica; update himaye.person_link set " + lastDay
                        + " = current_date - 2 where id = ?",
                id);
    }

    /** 2.11: as for what goes out of the house. */
    @Test
    void noGuardianAnswersAgainstWhomSomethingIsRecorded() {
        String document = document(UUID.randomUUID().getMostSignificantBits());
        enter("caseworker3", Role.CASEWORKER, CENTRE);
        there = withDocument(document, AgeBand.CHILD);
        enter("caseworker1", Role.CASEWORKER, SHELTER);
        here = withDocument(document, AgeBand.CHILD);
        LinkAgreement guardian = givenBy(ConsentGiver.GUARDIAN);
        asker();
        assertThrows(ChildNeedsGuardian.class, () -> links.ask(here, id, CENTRE, AGREED));
        enter("caseworker1", Role.CASEWORKER, SHELTER);
        inConflict(here);
        asker();
        assertThrows(GuardianInConflict.class, () -> links.ask(here, id, CENTRE, guardian));
        links.ask(here, id, CENTRE, givenBy(ConsentGiver.AUTHORITY));
        enter("caseworker3", Role.CASEWORKER, CENTRE);
        inConflict(there);
        answerer();
        assertThrows(ChildNeedsGuardian.class, () -> links.confirm(there, id, AGREED));
        assertThrows(GuardianInConflict.class, () -> links.confirm(there, id, guardian));
        links.confirm(there, id, givenBy(ConsentGiver.COURT));
    }

    private void inConflict(CaseNumber number) {
        DisclosureNumber asked = disclosures.enter(
                number,
                UUID.randomUUID(),
                new DisclosureRequest(
                        ReceiverKind.SCHOOL,
                        "12 nömrəli məktəb",
                        "Direktor",
                        "3/26",
                        LocalDate.now(),
                        Purpose.CHILD_PROTECTION,
                        DisclosureBasis.GUARDIAN_AND_BID,
                        null,
                        List.of(DisclosedField.GIVEN_NAME)));
        disclosures.check(asked, disclosures.open(asked).version(), new DisclosureCheck(null, null, null, true, null));
    }

    /** That there is a case at the house that asks was told, so the story of that case says to whom. */
    @Test
    void theStoryOfTheCaseThatAsksTellsWhoLearnedOfIt() {
        ask();
        answerer();
        assertEquals(1, asked().size());
        links.open(there);
        links.decline(there, id, LinkDecline.UNSAFE);
        assertEquals("link.answer, link.read, link.read", toldInTheCentre());
        asker();
        links.end(here, id);
        id = UUID.randomUUID();
        linked();
        assertEquals("link.answer, link.answer, link.read, link.read", toldInTheCentre());
    }

    private String toldInTheCentre() {
        return SuperuserConnection.text(
                "select string_agg(e.act, ', ' order by e.act) from himaye.access_event e"
                        + " join himaye.access_event_case l on l.event_id = e.id"
                        + " join himaye.case_file c on c.id = l.case_id and c.person_id = l.person_id"
                        + " where c.case_number = ? and e.institution_id = ?",
                here.text(),
                CENTRE);
    }

    /** Sealed so that both supervisors meet it: what they miss is the link, not the case. */
    private static void restrict(CaseNumber number) {
        SuperuserConnection.change(
                "insert into himaye.case_restriction (id, version, created_at, created_by, updated_at, updated_by, case_id,"
                        + " case_number, institution_id, kind, reason, persons, in_force_at)"
                        + " select gen_random_uuid(), 7, now(), c.created_by, now(), c.created_by, c.id, c.case_number, c.institution_id,"
                        + " 'SEALED', 'STAFF_KNOWS', (select array_agg(s.sub) from himaye.staff s where s.role = 'SUPERVISOR'), now()"
                        + " from himaye.case_file c where c.case_number = ?",
                number.text());
    }

    private void lift() {
        SuperuserConnection.change(
                "delete from himaye.case_restriction where version = 7 and case_number in (?, ?)",
                here.text(),
                there.text());
    }

    @Test
    void onlyTheSupervisorsOfTheTwoHousesAndEachHerPart() {
        enter("caseworker1", Role.CASEWORKER, SHELTER);
        assertThrows(Refused.class, () -> links.open(here));
        assertThrows(Refused.class, () -> links.ask(here, id, CENTRE, AGREED));
        asker();
        assertThrows(Refused.class, () -> links.ask(here, id, SHELTER, AGREED), "the own house");
        assertThrows(
                Refused.class,
                () -> links.ask(here, id, UUID.fromString("b057bb42-0b8f-33af-a497-24caf7c5f6dd"), AGREED),
                "who may not know her");
        assertThrows(AdultAnswersAlone.class, () -> links.ask(here, id, CENTRE, givenBy(ConsentGiver.GUARDIAN)));
        assertThrows(AnswerMissing.class, () -> links.ask(here, id, CENTRE, givenBy(null)));
        ask();
        assertThrows(Refused.class, () -> links.confirm(here, id, AGREED), "the asking house does not answer");
        assertThrows(Refused.class, () -> links.ask(here, UUID.randomUUID(), CENTRE, AGREED), "asked already");
        enter("caseworker3", Role.CASEWORKER, CENTRE);
        assertEquals(List.of(), links.asked());
        assertThrows(Refused.class, () -> links.confirm(there, id, AGREED));
        CaseNumber another = withDocument(document(id.getLeastSignificantBits()), AgeBand.ADULT);
        enter("supervisor1", Role.SUPERVISOR, CENTRE);
        assertEquals(List.of(), asked(), "who asked does not answer, wherever she works now");
        answerer();
        assertThrows(Refused.class, () -> links.confirm(another, id, AGREED), "another case than the one that matches");
        assertThrows(Refused.class, () -> links.end(there, id), "the question is the asker's until it is answered");
    }

    private static LinkAgreement givenBy(ConsentGiver giver) {
        return until(giver, LocalDate.now().plusDays(90));
    }

    private static LinkAgreement until(ConsentGiver giver, LocalDate lastDay) {
        return new LinkAgreement(giver, ConsentMethod.WRITTEN, SpokenLanguage.AZ, false, null, lastDay);
    }
}
