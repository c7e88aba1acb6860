package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed is shown as it was typed, or refused beside its field; never run. */
class TextAsTextTest {

    private static final String SCRIPT = "<script>window.ran=1</script>\"><img src=x onerror=window.ran=1>#{1+1}${2*3}";

    @Test
    void aScriptInEveryTextFieldIsShownAsText() {
        CasePath path = new CasePath((id, length) -> SCRIPT.substring(0, Math.min(length, SCRIPT.length())));
        List<String> ran = new ArrayList<>();
        try (Visit police = Visit.of(DemoPerson.police1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            path.refer(police);
            supervisor.open("/referral/decide.xhtml?number=" + path.receipt());
            supervisor.withPurpose();
            assertTrue(supervisor.shows(SCRIPT), supervisor.text());
            path.accept(supervisor);
            path.intake(caseworker);
            path.needs(caseworker);
            path.plan(caseworker);
            path.sendPlanBack(supervisor);
            for (Visit visit : List.of(police, supervisor, caseworker)) {
                Crawl.of(visit, address -> notRun(visit, address, ran));
            }
            for (String page : List.of(
                    "/casefile/person.xhtml",
                    "/casefile/overview.xhtml",
                    "/intake/overview.xhtml",
                    "/intake/person.xhtml",
                    "/referral/told.xhtml",
                    "/assessment/needs.xhtml",
                    "/plan/plan.xhtml",
                    "/plan/edit.xhtml",
                    "/plan/print.xhtml")) {
                caseworker.open(page + "?number=" + path.number());
                assertEquals(200, caseworker.status(), page);
                notRun(caseworker, page, ran);
            }
        }
        assertEquals(List.of(), ran);
    }

    private static void notRun(Visit visit, String address, List<String> ran) {
        if (!Boolean.TRUE.equals(
                visit.page().evaluate("() => window.ran === undefined && !document.querySelector('img[src=x]')"))) {
            ran.add(address);
        }
        if (visit.page().content().contains("x>2${2*3}")
                || visit.page().content().contains("#{1+1}6")) {
            ran.add(address + " evaluated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\u202Edcb", "abc\u2066x\u2069", "abc\u0007x", "abc\uFEFFx"})
    void charactersThatNobodyTypesAreRefusedBesideTheFieldAndTheRestStays(String text) {
        try (Visit visit = Visit.of(DemoPerson.police1)) {
            visit.open("/referral/send.xhtml");
            Form.of(visit, "send")
                    .answer("immediateDanger", "false")
                    .answer("documents", text)
                    .answer("personName", "Nümunə")
                    .send();

            Locator message = visit.page().locator("[id$='documents-error']");
            assertEquals(1, message.count(), visit.text());
            assertFalse(message.innerText().isBlank());
            assertEquals("Nümunə", visit.field("personName").inputValue());
        }
    }
}
