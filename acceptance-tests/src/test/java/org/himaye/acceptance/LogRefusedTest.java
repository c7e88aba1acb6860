package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    /** Of each role: why the log cannot be written makes no difference to a page. */
    private static final int SOME = 4;

    private static final Map<DemoPerson, Visit> VISITS = new EnumMap<>(DemoPerson.class);
    private static final Map<DemoPerson, List<String>> PAGES = new EnumMap<>(DemoPerson.class);

    @BeforeAll
    static void everybodyHasBeenEverywhere() {
        for (DemoPerson person : ONE_OF_EACH_ROLE) {
            Visit visit = Visit.of(person);
            VISITS.put(person, visit);
            PAGES.put(person, recorded(visit, person));
            assertFalse(PAGES.get(person).isEmpty(), person.name());
        }
    }

    @AfterAll
    static void everybodyLeaves() {
        VISITS.values().forEach(Visit::leave);
    }

    @Test
    @Tag("ASVS-16.5.3")
    void everyReadOfEveryRoleIsRefusedUntilTheLogIsBack() {
        LogGrant grant = LogGrant.taken();
        refusedUntil(Integer.MAX_VALUE, grant::giveBack);
    }

    @Test
    @Tag("ASVS-16.5.3")
    void everyReadOfEveryRoleIsRefusedUntilTheDiskOfTheLogHasPlace() {
        assumeTrue(FullDisk.possible(), "a file system of its own can be mounted by root only");
        FullDisk disk = FullDisk.ofTheLog();
        refusedUntil(SOME, disk::giveBack);
    }

    private static void refusedUntil(int pages, Runnable back) {
        List<String> wrong = new ArrayList<>();
        try {
            PAGES.forEach((person, addresses) -> VISITS.get(person)
                    .getAll(addresses.stream().limit(pages).toList())
                    .forEach(answer -> {
                        if (answer.statusCode() != 503) {
                            wrong.add(person + " " + answer.uri() + " answered " + answer.statusCode());
                        }
                        String body = answer.body();
                        if (body.contains("cw-nav") || body.matches("(?s).*[VR]-[0-9A-Z]{6}-[0-9A-Z].*")) {
                            wrong.add(person + " " + answer.uri() + " shows something");
                        }
                    }));
        } finally {
            back.run();
        }
        PAGES.forEach((person, addresses) -> {
            int status = VISITS.get(person).get(addresses.getFirst()).status();
            if (status != 200) {
                wrong.add(person + " is still refused: " + status);
            }
        });
        assertEquals(List.of(), wrong);
    }

    /** Pages that show something and therefore leave an event; an empty form shows nothing. */
    private static List<String> recorded(Visit visit, DemoPerson person) {
        List<String> recorded = new ArrayList<>();
        for (String address : Crawl.addresses(visit)) {
            AccessEvents log = AccessEvents.fromNow();
            visit.get(address);
            if (!log.of(person).isEmpty()) {
                recorded.add(address);
            }
        }
        return recorded;
    }
}
