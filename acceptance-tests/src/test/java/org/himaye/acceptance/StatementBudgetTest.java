package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much a page asks of the database (architecture.md 3): at most four statements for data, however long its list is. */
class StatementBudgetTest {

    private static final int BUDGET = 4;

    @Test
    void noPageAsksMoreThanItsBudget() throws IOException {
        List<String> over = new ArrayList<>();
        Map<String, Integer> figures = new TreeMap<>();
        try (Statements statements = new Statements()) {
            for (DemoPerson person : List.of(
                    DemoPerson.caseworker1,
                    DemoPerson.supervisor1,
                    DemoPerson.police1,
                    DemoPerson.identification1,
                    DemoPerson.finance_approver,
                    DemoPerson.auditor1,
                    DemoPerson.coordinator1,
                    DemoPerson.admin1)) {
                try (Visit visit = Visit.of(person)) {
                    for (String address : Crawl.addresses(visit)) {
                        statements.mark();
                        visit.get(address);
                        List<String> data = statements.data();
                        figures.merge(address.replaceFirst("\\?.*", ""), data.size(), Math::max);
                        if (statements.contexts() > statements.transactions()) {
                            over.add(person + " " + address + " says more than once for whom a transaction works");
                        }
                        if (data.size() > BUDGET) {
                            over.add(person + " " + address + " " + data.size() + " " + data);
                        }
                    }
                }
            }
        }
        assertFalse(figures.isEmpty());
        Path file = Path.of("target", "statements-per-page.txt");
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                figures.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .toList());
        assertEquals(List.of(), over);
    }

    @Test
    void aLongListAsksNoMoreThanAShortOne() {
        Scenes.referral(DemoPerson.police2);
        Scenes.walkIn(DemoPerson.caseworker2);
        try (Statements statements = new Statements();
                Visit police = Visit.of(DemoPerson.police2);
                Visit caseworker = Visit.of(DemoPerson.caseworker2)) {
            int sent = count(statements, police, "/referral/sent.xhtml");
            int cases = count(statements, caseworker, "/casefile/list.xhtml");
            for (int i = 0; i < 4; i++) {
                Scenes.sendReferral(police);
                Scenes.startCase(caseworker);
            }
            assertTrue(count(statements, police, "/referral/sent.xhtml") <= sent);
            assertTrue(count(statements, caseworker, "/casefile/list.xhtml") <= cases);
        }
    }

    private static int count(Statements statements, Visit visit, String address) {
        statements.mark();
        assertEquals(200, visit.get(address).status());
        return statements.data().size();
    }
}
