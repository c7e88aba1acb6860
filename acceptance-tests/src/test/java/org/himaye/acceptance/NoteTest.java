package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Writing and correcting a note in the browser; who reads which is shown in the container (domain.md 4.8, ADR 26). */
class NoteTest {

    private static final String FIRST = "Gecə yaxşı yatdı";
    private static final String CORRECTED = "Gecə iki dəfə oyandı";

    @Test
    void aNoteIsKeptWhileItIsTypedAndItsCorrectionLeavesItThere() {
        String number = CaseRows.of(DemoPerson.caseworker3).number();
        String write = "/note/write.xhtml?number=" + number + "&sort=";
        String list = "/note/list.xhtml?number=" + number;
        try (Visit caseworker = Visit.of(DemoPerson.caseworker3)) {
            caseworker.open(write + "CASE");
            caseworker.page().waitForResponse("**/draft", () -> {
                caseworker.fill("text", FIRST);
                caseworker.field("text").blur();
            });
            assertEquals("", caseworker.open(write + "STATEMENT").field("text").inputValue(), "another sort");
            assertEquals(FIRST, caseworker.open(write + "CASE").field("text").inputValue());
            Form.of(caseworker, "save").answer("text", FIRST).send();
            caseworker.follow("Düzəlt");
            assertEquals(FIRST, caseworker.field("text").inputValue());
            Form.of(caseworker, "save").answer("text", CORRECTED).send();

            AccessEvents.Event seen = new Witness(DemoPerson.caseworker3, caseworker).opens(list);

            assertEquals(
                    List.of(CORRECTED, FIRST),
                    caseworker.page().locator(".cw-entry-text").allInnerTexts());
            assertEquals(1, caseworker.page().locator("li.is-former").count());
            assertTrue(seen.fields().contains("case_note.narrativeText"), seen.toString());
            caseworker.picture("notes");
        }
        try (Visit supervisor = Visit.of(DemoPerson.supervisor2)) {
            supervisor.open(list);
            assertEquals(
                    0, supervisor.page().locator("main a[href*='/note/write']").count());
            assertEquals(
                    2, supervisor.page().locator(".cw-entry-text .cw-withheld").count(), supervisor.text());
        }
    }
}
