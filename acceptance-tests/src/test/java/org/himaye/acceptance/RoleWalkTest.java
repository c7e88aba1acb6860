package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every demo person walks the own menu, and tries the addresses of all others. */
class RoleWalkTest {

    /** What differs between two answers that say the same. */
    private static final Pattern CHANGING =
            Pattern.compile("nonce=\"[^\"]*\"|name=\"jakarta.faces.ViewState\"[^>]*|[0-9A-F]{8}(?=</)");

    private static String caseInBaku;
    private static String caseInGanja;
    private static String receiptOfPolice1;
    private static String receiptOfPartner1;

    @BeforeAll
    static void somebodyHasCasesAndReferrals() {
        caseInBaku = Scenes.walkIn(DemoPerson.caseworker1);
        caseInGanja = Scenes.walkIn(DemoPerson.caseworker3);
        receiptOfPolice1 = Scenes.referral(DemoPerson.police1);
        receiptOfPartner1 = Scenes.referral(DemoPerson.partner1);
    }

    @ParameterizedTest
    @EnumSource
    void theMenuLeadsToEveryPageOfTheRoleWithOneEventEach(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            List<String> wrong = new ArrayList<>();
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
                        || !List.of("ALLOWED", "MASKED")
                                .contains(events.getFirst().outcome())) {
                    wrong.add(path + " left " + events);
                }
                if (visit.text().contains("???")) {
                    wrong.add(path + " lacks words");
                }
            }
            TreeSet<String> expected = new TreeSet<>();
            Pages.all().stream()
                    .filter(page -> page.menu() && page.openTo(person))
                    .forEach(page -> expected.add(page.path()));
            assertEquals(expected, reached);
            assertEquals(List.of(), wrong);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherAddressAnswersLikeAnUnknownOneAndIsRecorded(DemoPerson person) {
        try (Visit visit = Visit.of(person)) {
            String unknown = body(visit.get("/nothing/here.xhtml"));
            List<String> wrong = new ArrayList<>();
            for (Pages page : Pages.all()) {
                if (page.openTo(person)) {
                    continue;
                }
                for (String query : List.of("", "?number=" + caseInBaku, "?number=" + receiptOfPolice1)) {
                    refuses(visit, person, page.path() + query, unknown, wrong);
                }
            }
            assertEquals(List.of(), wrong);
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfOthersAnswerLikeUnknownOnesOnThePagesOfTheRole(DemoPerson person) {
        String stranger =
                List.of(DemoPerson.caseworker3, DemoPerson.supervisor2).contains(person) ? caseInBaku : caseInGanja;
        String receipt = person == DemoPerson.police1 ? receiptOfPartner1 : receiptOfPolice1;
        try (Visit visit = Visit.of(person)) {
            String unknown = body(visit.get("/nothing/here.xhtml"));
            List<String> wrong = new ArrayList<>();
            for (Pages page : Pages.all()) {
                if (!page.openTo(person) || page.menu() || !Scenes.takesNumber(page)) {
                    continue;
                }
                boolean ofReferral = page.path().startsWith("/referral/") && !page.tab();
                if (ofReferral && Jobs.permissions(person).contains(page.permission()) && Scenes.receives(person)) {
                    continue;
                }
                refuses(visit, person, page.path() + "?number=" + (ofReferral ? receipt : stranger), unknown, wrong);
            }
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void nobodySeesTheCaseOfAnotherInstitutionOnAnyList() {
        try (Visit visit = Visit.of(DemoPerson.supervisor2)) {
            for (String path : visit.menu()) {
                visit.open(path);
                assertFalse(visit.shows(caseInBaku), path);
            }
        }
        try (Visit visit = Visit.of(DemoPerson.supervisor1)) {
            assertTrue(visit.open("/casefile/list.xhtml").shows(caseInBaku));
        }
    }

    private static void refuses(Visit visit, DemoPerson person, String address, String unknown, List<String> wrong) {
        AccessEvents log = AccessEvents.fromNow();
        APIResponse answer = visit.get(address);
        List<AccessEvents.Event> events = log.of(person);
        if (answer.status() != 404) {
            wrong.add(address + " answered " + answer.status());
        } else if (!body(answer).equals(unknown)) {
            wrong.add(address + " answers otherwise than an unknown address");
        }
        if (events.size() != 1 || !events.getFirst().outcome().equals("DENIED")) {
            wrong.add(address + " left " + events);
        }
    }

    private static String body(APIResponse answer) {
        return CHANGING.matcher(answer.text()).replaceAll("");
    }
}
