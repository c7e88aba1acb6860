package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.himaye.confidentiality.Permission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every demo person walks the own menu, and tries the addresses of all others. */
class RoleWalkTest {

    /** What differs between two answers that say the same. */
    private static final Pattern CHANGING =
            Pattern.compile("nonce=\"[^\"]*\"|name=\"jakarta.faces.ViewState\"[^>]*|[0-9A-F]{8}(?=</)");

    private static final Set<DemoPerson> BAKU =
            EnumSet.of(DemoPerson.caseworker1, DemoPerson.caseworker2, DemoPerson.supervisor1);
    private static final Set<DemoPerson> GANJA = EnumSet.of(DemoPerson.caseworker3, DemoPerson.supervisor2);
    private static final Set<DemoPerson> SENDERS =
            EnumSet.of(DemoPerson.police1, DemoPerson.police2, DemoPerson.partner1);

    private static String caseInBaku;
    private static String caseInGanja;
    private static String receiptOfPolice1;
    private static String receiptOfPartner1;
    private static final Map<DemoPerson, Set<String>> ADDRESSES = new EnumMap<>(DemoPerson.class);

    @BeforeAll
    static void somebodyHasCasesAndReferrals() {
        caseInBaku = Scenes.walkIn(DemoPerson.caseworker1);
        caseInGanja = Scenes.walkIn(DemoPerson.caseworker3);
        listed(DemoPerson.caseworker1, caseInBaku);
        listed(DemoPerson.caseworker3, caseInGanja);
        receiptOfPolice1 = Scenes.referral(DemoPerson.police1);
        receiptOfPartner1 = Scenes.referral(DemoPerson.partner1);
        for (DemoPerson person :
                List.of(DemoPerson.caseworker1, DemoPerson.caseworker3, DemoPerson.police1, DemoPerson.partner1)) {
            ADDRESSES.put(person, Crawl.numbered(person));
        }
    }

    /** A list shows such a number, or that nobody else's does would say nothing. */
    private static void listed(DemoPerson caseworker, String number) {
        try (Visit visit = Visit.of(caseworker)) {
            assertTrue(visit.open("/casefile/list.xhtml").turnsTo(number), number);
        }
    }

    @Test
    void addressesWereMet() {
        ADDRESSES.forEach((person, met) -> assertTrue(met.size() > 2, person + " met only " + met));
    }

    /** Two people at once, as in the house; nobody's log is another's. */
    @ParameterizedTest
    @EnumSource
    @Execution(CONCURRENT)
    @Tag("ASVS-8.2.2")
    @Tag("ASVS-8.4.1")
    @Tag("ASVS-16.3.2")
    void everyRoleSeesItsOwnPagesAndNothingElse(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            List<String> wrong = new ArrayList<>();
            walkTheMenu(visit, person, wrong);
            String unknown = body(visit.getAll(List.of("/nothing/here.xhtml")).getFirst());
            refused(visit, person, addressesOfOthers(person), unknown, wrong);
            refused(visit, person, recordsOfOthers(person), unknown, wrong);
            refused(visit, person, replayed(person), unknown, wrong);
            assertEquals(List.of(), wrong);
        }
    }

    private static void walkTheMenu(Visit visit, DemoPerson person, List<String> wrong) {
        TreeSet<String> reached = new TreeSet<>();
        for (String path : visit.menu()) {
            AccessEvents log = AccessEvents.fromNow();
            visit.open(path);
            List<AccessEvents.Event> events = log.of(person);
            reached.add(path.replaceFirst("[?;].*", ""));
            if (visit.status() != 200) {
                wrong.add(path + " answered " + visit.status());
            }
            if (events.size() != 1
                    || !List.of("ALLOWED", "MASKED").contains(events.getFirst().outcome())) {
                wrong.add(path + " left " + events);
            }
            String text = visit.text();
            if (text.contains("???")) {
                wrong.add(path + " lacks words");
            }
            if (BAKU.contains(person) && text.contains(caseInGanja)
                    || GANJA.contains(person) && text.contains(caseInBaku)) {
                wrong.add(path + " lists a case of another institution");
            }
        }
        TreeSet<String> expected = new TreeSet<>();
        Pages.all().stream()
                .filter(page -> page.menu() && page.openTo(person))
                .forEach(page -> expected.add(page.path()));
        if (!reached.equals(expected)) {
            wrong.add("the menu has " + reached + " and not " + expected);
        }
    }

    /** Every page that the role lacks, bare and with a number that exists. */
    private static List<String> addressesOfOthers(DemoPerson person) {
        List<String> addresses = new ArrayList<>();
        for (Pages page : Pages.all()) {
            if (!page.openTo(person)) {
                addresses.add(page.path());
                addresses.add(page.path() + "?number="
                        + (page.path().startsWith("/referral/") ? receiptOfPolice1 : caseInBaku));
            }
        }
        return addresses;
    }

    /**
     * Addresses that others came across and that are not this person's: pages of another function, cases of another institution, referrals
     * of another sender (ASVS 8.2.2).
     */
    private static List<String> replayed(DemoPerson person) {
        List<String> addresses = new ArrayList<>();
        ADDRESSES.forEach((owner, met) -> met.stream()
                .filter(address -> owner != person && foreign(person, owner, address))
                .forEach(addresses::add));
        return addresses;
    }

    private static boolean foreign(DemoPerson person, DemoPerson owner, String address) {
        boolean opens = Pages.all().stream()
                .anyMatch(page -> page.path().equals(address.replaceFirst("\\?.*", "")) && page.openTo(person));
        boolean ofCase = address.contains("=V-");
        return !opens
                || ofCase && BAKU.contains(person) && owner == DemoPerson.caseworker3
                || ofCase && GANJA.contains(person) && owner == DemoPerson.caseworker1
                || !ofCase && SENDERS.contains(person) && SENDERS.contains(owner);
    }

    /** The role's own pages, with a number that somebody else's work has. */
    private static List<String> recordsOfOthers(DemoPerson person) {
        boolean ofGanja = GANJA.contains(person);
        List<String> addresses = new ArrayList<>();
        for (Pages page : Pages.all()) {
            boolean auditor = page.permission() == Permission.ACCESSLOG_READ;
            boolean ofReferral = page.path().startsWith("/referral/") && !page.tab();
            if (!page.openTo(person) || auditor || !Scenes.takesNumber(page)) {
                continue;
            }
            // The privacy officer of the country names any case to have it erased or held, and learns nothing of it.
            boolean any = person == DemoPerson.privacy1 && page.path().startsWith("/retention/");
            if (!ofReferral && !any) {
                addresses.add(page.path() + "?number=" + (ofGanja ? caseInBaku : caseInGanja));
            } else if (ofReferral && !Scenes.receives(person)) {
                addresses.add(page.path() + "?number="
                        + (person == DemoPerson.police1 ? receiptOfPartner1 : receiptOfPolice1));
            }
            addresses.add(page.path() + "?number=V-000000-Z");
        }
        return addresses;
    }

    private static void refused(
            Visit visit, DemoPerson person, List<String> addresses, String unknown, List<String> wrong) {
        AccessEvents log = AccessEvents.fromNow();
        for (HttpResponse<String> answer : visit.getAll(addresses)) {
            if (answer.statusCode() != 404) {
                wrong.add(answer.uri() + " answered " + answer.statusCode());
            } else if (!body(answer).equals(unknown)) {
                wrong.add(answer.uri() + " answers otherwise than an unknown address");
            }
        }
        List<AccessEvents.Event> events = log.of(person);
        events.stream()
                .filter(event ->
                        !event.outcome().equals("DENIED") || !event.fields().isEmpty())
                .forEach(event -> wrong.add("not refused: " + event));
        if (events.size() != addresses.size()) {
            wrong.add(events.size() + " events for " + addresses.size() + " refusals: " + addresses + " " + events);
        }
    }

    private static String body(HttpResponse<String> answer) {
        return CHANGING.matcher(answer.body()).replaceAll("");
    }
}
