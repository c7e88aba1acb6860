package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseHit;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.identification.Indicator;
import org.himaye.intake.ContactAnswers;
import org.himaye.intake.PersonAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.ContactKind;
import org.himaye.person.NationalityStatus;
import org.himaye.person.SafeToUse;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.referral.AgeGroup;
import org.himaye.referral.ConsentTold;
import org.himaye.referral.IncomingReferralService;
import org.himaye.referral.ReferralService;
import org.himaye.referral.ReferralTold;
import org.himaye.search.NothingToSearch;
import org.himaye.search.SearchPurposeNeeded;
import org.himaye.search.SearchQuestion;
import org.himaye.search.SearchService;
import org.himaye.shared.Translated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching in the real server: the database tells the index of a name, and only what the caller may open is found (BR-006, BR-071). */
class SearchInContainerTest extends InContainer {

    private static final String LAST = "select max(seq) from himaye.access_event";
    private static final String SINCE =
            "select string_agg(concat_ws(' ', act, action, outcome, reason, row_count, cardinality(fields),"
                    + " (select count(*) from himaye.access_event_case c where c.event_id = e.id)), ',')"
                    + " from himaye.access_event e where act like 'case.search' and seq > ?";

    @Inject
    private CaseFileService cases;

    @Inject
    private PersonFileService persons;

    @Inject
    private SearchService search;

    @Inject
    private ReferralService referrals;

    @Inject
    private IncomingReferralService incoming;

    @Inject
    private CurrentCaller currentCaller;

    @BeforeEach
    void caseworker1Asks() {
        enter("caseworker1", Role.CASEWORKER);
    }

    private void enter(String name, Role role) {
        enter(name, role, SHELTER);
    }

    private void enter(String name, Role role, UUID institution) {
        currentCaller.enter(
                new Caller(sub(name), name, role, institution, EnumSet.allOf(Permission.class), "test", "test"));
    }

    private CaseNumber named(String given, String family, String document, String telephone) {
        CaseNumber number =
                cases.start(UUID.randomUUID(), Urgency.NORMAL, AgeBand.ADULT, Sex.FEMALE, SpokenLanguage.AZ);
        rename(number, 0, given, family, document);
        persons.saveContact(
                number,
                UUID.randomUUID(),
                0,
                new ContactAnswers(
                        ContactKind.PHONE,
                        telephone,
                        SafeToUse.YES,
                        null,
                        null,
                        null,
                        false,
                        LocalDate.now().plusDays(30)));
        return number;
    }

    private void rename(CaseNumber number, int version, String given, String family, String document) {
        persons.save(
                number,
                version,
                new PersonAnswers(
                        false,
                        given,
                        family,
                        null,
                        "Nəğmə",
                        document,
                        LocalDate.of(1991, 2, 3),
                        null,
                        AgeBasis.STATED,
                        AgeBand.ADULT,
                        Sex.FEMALE,
                        NationalityStatus.CITIZEN_AZ,
                        null,
                        List.of(SpokenLanguage.AZ),
                        false));
    }

    private List<String> find(String text) {
        return search.search(new SearchQuestion(text, null), null).hits().stream()
                .map(CaseHit::number)
                .toList();
    }

    private void soonFound(String text, String... numbers) {
        soon(text + " finds " + List.of(numbers), () -> find(text).equals(List.of(numbers)));
    }

    @Test
    void aPersonIsFoundByEveryNumberAndEachWayToWriteTheName() {
        CaseNumber number = named("Xumarə", "Qızılgülova", "AZE 71552901", "+994 55 771 20 91");
        List<String> one = List.of(number.text());

        soonFound("Хумара Кызылгюлова", number.text());
        assertEquals(one, find("qizilgulova xumare 1991"));
        assertEquals(one, find("Nəğmə Qızılgülova"));
        assertEquals(one, find(number.text().toLowerCase(java.util.Locale.ROOT)));
        assertEquals(one, find("aze71552901"));
        assertEquals(one, find("055 771-20-91"));
        assertEquals(List.of(), find("Xumarə Qızılgülova 1970"));

        rename(number, 1, "Xumarə", "Sabirabadlı", "AZE 71552902");
        soonFound("Qızılgülova");
        assertEquals(one, find("Сабирабадлы Хумара"));
        assertEquals(List.of(), find("aze71552901"));
        assertEquals(one, find("aze71552902"));
    }

    /** BR-006: who has nothing to do with a case gets the answer and leaves the event of somebody who asks for nothing that exists. */
    @Test
    void whatIsNotForTheCallerIsAsIfItWereNotThere() {
        CaseNumber number = named("Bənövşəyi", "Zəfəranlıova", "AZE 60998120", "+994 51 640 11 83");
        soonFound("Zəfəranlıova", number.text());
        enter("caseworker2", Role.CASEWORKER);

        assertEquals(asked("Olmayanov Heçkim"), asked("Zəfəranlıova Bənövşəyi"));
        assertEquals(asked("AZE 99999999"), asked("AZE 60998120"));
        assertEquals(asked("+994 51 111 11 11"), asked("+994 51 640 11 83"));
        assertEquals(asked(CaseNumber.random().text()), asked(number.text()));
    }

    private String asked(String text) {
        long before = SuperuserConnection.number(LAST);
        assertEquals(List.of(), find(text), text);
        return SuperuserConnection.text(SINCE, before);
    }

    /** The log can be asked whether somebody was searched for, and tells nobody who. */
    @Test
    void theLogKeepsAHashOfTheQuestion() {
        long before = SuperuserConnection.number(LAST);
        find("Süsənbərli Yasəmən");
        find("Ясемен Сусанбарли");

        assertEquals(
                "2 1",
                SuperuserConnection.text(
                        "select count(*) || ' ' || count(distinct query_hash) from himaye.access_event"
                                + " where act = 'case.search' and query_hash ~ '^[0-9a-f]{16}$' and seq > ?",
                        before));
    }

    /** Whoever reads a name for a purpose only finds it for a purpose only. */
    @Test
    void aSupervisorSaysWhy() {
        CaseNumber number = named("Şahanə", "Cökəliova", null, "+994 51 640 11 84");
        soonFound("Cökəliova", number.text());
        enter("supervisor1", Role.SUPERVISOR);

        assertThrows(SearchPurposeNeeded.class, () -> find("Cökəliova"));
        assertEquals(List.of(number.text()), find(number.text()), "the number of a case tells nobody's name");
        assertEquals(
                number.text(),
                search.search(new SearchQuestion("Джокалиова", null), Purpose.SUPERVISION)
                        .hits()
                        .getFirst()
                        .number());
    }

    /** BR-037: who receives a referral is told that somebody may know the person, and who; never what, and nobody else is told. */
    @Test
    void anEarlierRecordIsToldToTheSupervisorAlone() {
        named("Təranəbanu", "Dəlidağlı", "AZE 40417733", "+994 51 640 11 86");
        String known = referred("vəsiqə AZE № 40417733", null);
        String byTelephone = referred(null, "Bacısı: 051 640 11 86");
        String unknown = referred("vəsiqə AZE № 40417734", "evdə");

        enter("supervisor1", Role.SUPERVISOR);
        assertEquals(1, incoming.open(known, null).earlier().size());
        assertEquals(1, incoming.open(byTelephone, null).earlier().size());
        assertEquals(0, incoming.open(unknown, null).earlier().size());
        enter("caseworker2", Role.CASEWORKER);
        assertEquals(0, incoming.open(known, null).earlier().size());
    }

    /** 3.4, BR-037: the same of somebody who came by herself; the houses that may answer, and never one whose case is restricted. */
    @Test
    void anEarlierRecordOfAWalkInIsToldToTheSupervisorAlone() {
        enter("caseworker3", Role.CASEWORKER, CENTRE);
        CaseNumber before = named("Pərişan", "Qobustanlı", "AZE 40417755", "+994 51 640 11 87");
        caseworker1Asks();
        CaseNumber sameDocument = named("Perişan", "Gobustanlı", "AZE 40417755", "+994 51 640 11 88");
        CaseNumber unknown = named("Pərişan", "Abşeronlu", "AZE 40417756", "+994 51 640 11 89");
        assertEquals(List.of(), earlier(sameDocument), "not for a caseworker");

        enter("supervisor1", Role.SUPERVISOR);
        assertEquals(List.of("Assistance centre “Ganja”"), earlier(sameDocument));
        assertEquals(List.of(), earlier(unknown));
        enter("supervisor2", Role.SUPERVISOR, CENTRE);
        assertEquals(List.of(), earlier(before), "whom she left does not learn where she is now");

        String barred = restricted(before, "BARRED", "ACQUAINTANCE", "supervisor1");
        enter("supervisor1", Role.SUPERVISOR);
        assertEquals(List.of(), earlier(sameDocument), "barred from that case");
        SuperuserConnection.change("delete from himaye.case_restriction where id = ?", UUID.fromString(barred));
        assertEquals(1, earlier(sameDocument).size());
        status(sameDocument, "CLOSED");
        assertEquals(List.of(), earlier(sameDocument), "what is closed asks nobody");
        status(sameDocument, "ACTIVE");
        String own = restricted(sameDocument, "SEALED", "STAFF_KNOWS", "supervisor1");
        assertEquals(List.of(), earlier(sameDocument), "sealed here");
        SuperuserConnection.change("delete from himaye.case_restriction where id = ?", UUID.fromString(own));
        assertEquals(1, earlier(sameDocument).size());
        restricted(before, "SEALED", "STAFF_KNOWS", "supervisor2");
        assertEquals(List.of(), earlier(sameDocument), "sealed there");
    }

    private static void status(CaseNumber number, String status) {
        SuperuserConnection.change(
                "update himaye.case_file set status = ? where case_number = ?", status, number.text());
    }

    private List<String> earlier(CaseNumber number) {
        return cases.open(number, null).earlier().stream().map(Translated::en).toList();
    }

    private static String restricted(CaseNumber number, String kind, String reason, String person) {
        return SuperuserConnection.text(
                "insert into himaye.case_restriction (id, version, created_at, created_by, updated_at, updated_by, case_id,"
                        + " case_number, institution_id, kind, reason, persons, in_force_at)"
                        + " select gen_random_uuid(), 0, now(), c.created_by, now(), c.created_by, c.id, c.case_number,"
                        + " c.institution_id, ?, ?, array[?], now() from himaye.case_file c where c.case_number = ? returning id",
                kind,
                reason,
                sub(person),
                number.text());
    }

    private String referred(String documents, String contact) {
        String employer =
                SuperuserConnection.text("select institution::text from himaye.staff where sub = ?", sub("police1"));
        enter("police1", Role.POLICE_REFERRER, UUID.fromString(employer));
        return referrals.send(
                UUID.randomUUID(),
                SHELTER,
                new ReferralTold(
                        "+994 12 000 10 01",
                        contact == null ? "Növbətçi otağı" : contact,
                        AgeGroup.ADULT,
                        Sex.FEMALE,
                        SpokenLanguage.AZ,
                        false,
                        false,
                        List.of(Indicator.IND01),
                        null,
                        List.of(),
                        ConsentTold.YES,
                        null,
                        null,
                        documents));
    }

    @Test
    void nothingIsNoQuestion() {
        assertThrows(NothingToSearch.class, () -> find("oğlu"));
    }

    /** What a copy of the database tells: hashes and ciphertext. */
    @Test
    void theTablesOfTheSearchHoldNoName() {
        named("Gilənar", "Həmərsinova", "AZE 31330019", "+994 51 640 11 85");

        assertEquals(
                0,
                SuperuserConnection.number("select count(*) from himaye.search_entry e, himaye.blind_value v"
                        + " where e.id = v.person_id and (e::text ~* 'mərsin|hamarsin' or v::text ~ '31330019|6401185'"
                        + " or encode(e.names, 'escape') ~* 'sinova')"));
    }
}
