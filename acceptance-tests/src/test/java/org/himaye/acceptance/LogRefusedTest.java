package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.APIResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No record, no data: while the log cannot be written, nobody reads anything. */
class LogRefusedTest {

    private static final List<DemoPerson> ONE_OF_EACH_ROLE = List.of(
            DemoPerson.caseworker1,
            DemoPerson.supervisor1,
            DemoPerson.police1,
            DemoPerson.partner1,
            DemoPerson.identification1,
            DemoPerson.psychologist1,
            DemoPerson.medic1,
            DemoPerson.lawyer1,
            DemoPerson.finance_reviewer,
            DemoPerson.finance_approver,
            DemoPerson.finance_payer,
            DemoPerson.auditor1,
            DemoPerson.privacy1,
            DemoPerson.coordinator1,
            DemoPerson.admin1);

    @Test
    @Tag("ASVS-16.5.3")
    void everyReadOfEveryRoleIsRefusedUntilTheLogIsBack() {
        Map<DemoPerson, Visit> visits = new EnumMap<>(DemoPerson.class);
        Map<DemoPerson, List<String>> pages = new EnumMap<>(DemoPerson.class);
        for (DemoPerson person : ONE_OF_EACH_ROLE) {
            Visit visit = Visit.of(person);
            visits.put(person, visit);
            pages.put(person, recorded(visit, person));
            assertFalse(pages.get(person).isEmpty(), person.name());
        }
        List<String> wrong = new ArrayList<>();
        LogGrant grant = LogGrant.taken();
        try {
            pages.forEach((person, addresses) -> addresses.forEach(address -> {
                APIResponse answer = visits.get(person).get(address);
                if (answer.status() != 503) {
                    wrong.add(person + " " + address + " answered " + answer.status());
                }
                String body = answer.text();
                if (body.contains("cw-nav") || body.matches("(?s).*[VR]-[0-9A-Z]{6}-[0-9A-Z].*")) {
                    wrong.add(person + " " + address + " shows something");
                }
            }));
        } finally {
            grant.giveBack();
        }
        pages.forEach((person, addresses) -> {
            int status = visits.get(person).get(addresses.getFirst()).status();
            if (status != 200) {
                wrong.add(person + " is still refused: " + status);
            }
        });
        visits.values().forEach(Visit::leave);
        assertEquals(List.of(), wrong);
    }

    /** Pages that show something and therefore leave an event; an empty form shows nothing. */
    private static List<String> recorded(Visit visit, DemoPerson person) {
        List<String> recorded = new ArrayList<>();
        for (String address : Crawl.of(visit, each -> {})) {
            AccessEvents log = AccessEvents.fromNow();
            visit.get(address);
            if (!log.of(person).isEmpty()) {
                recorded.add(address);
            }
        }
        return recorded;
    }
}
