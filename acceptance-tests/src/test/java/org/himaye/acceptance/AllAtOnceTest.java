package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with a form is told at once: what is missing, what cannot be read, what is out of range and what a rule of the
 * work forbids, each beside its field; the summary counts them and leads to each (look.md 6).
 */
class AllAtOnceTest {

    private static final String SAVE = "Yadda saxla";
    private static final String TURNED = "abc\u202Edcb";

    private static void tells(Visit visit, String... fields) {
        List<Locator> beside = visit.page().locator("main .ui-message-error").all();
        Set<String> told = new TreeSet<>();
        beside.stream()
                .filter(message -> !message.innerText().isBlank())
                .map(message -> message.getAttribute("id").replace("-error", ""))
                .map(id -> id.substring(id.lastIndexOf(':') + 1))
                .forEach(told::add);
        assertEquals(new TreeSet<>(Arrays.asList(fields)), told, visit.text());
        List<Locator> lines = visit.page().locator(".cw-summary li a").all();
        assertEquals(beside.size(), lines.size(), "one link a field: " + visit.text());
        for (Locator line : lines) {
            String field = line.getAttribute("href").substring(1);
            assertEquals(1, visit.page().locator("[id='" + field + "']").count(), field);
        }
        String title = visit.page().locator(".cw-summary h2").innerText();
        assertTrue(
                lines.size() == 1 ? title.startsWith("Bir ") : title.startsWith(lines.size() + " "),
                title + " for " + lines.size());
    }

    private static Visit walkIn(DemoPerson caseworker, String page) {
        String number = Scenes.walkIn(caseworker);
        return Visit.of(caseworker).open("/intake/" + page + ".xhtml?number=" + number);
    }

    private static Visit active(String page) {
        return Visit.of(DemoPerson.caseworker1)
                .open(page + "?number=" + CaseRows.active("IDENTIFIED").number());
    }

    @Test
    void thePerson() {
        try (Visit visit = walkIn(DemoPerson.caseworker3, "person")) {
            visit.fill("dateOfBirth", "31.02.2020")
                    .fill("ageStated", "200")
                    .fill("familyName", TURNED)
                    .choose("nationalityStatus", "Əcnəbi")
                    .press(SAVE);

            tells(visit, "ageStated", "countries", "dateOfBirth", "familyName", "interpreterNeeded");
            assertEquals("31.02.2020", visit.field("dateOfBirth").inputValue());
        }
    }

    @Test
    void aContact() {
        try (Visit visit = walkIn(DemoPerson.caseworker3, "contact")) {
            visit.choose("kind", "Telefon")
                    .fill("value", "banan")
                    .fill("safeHours", TURNED)
                    .fill("validTo", "01.01.2099")
                    .press(SAVE);

            tells(visit, "messageAllowed", "safe", "safeHours", "validTo", "value");
        }
    }

    @Test
    void theEpisode() {
        try (Visit visit = walkIn(DemoPerson.caseworker3, "episode")) {
            visit.page().locator("[name='purposes:9:grade']").selectOption(new SelectOption().setIndex(1));
            visit.fill("fromDate", "01.01.2099").fill("toDate", "dünən").press(SAVE);

            tells(visit, "fromDate", "note", "toDate");
        }
    }

    @Test
    void theSigns() {
        try (Visit visit = walkIn(DemoPerson.caseworker3, "indicators")) {
            visit.press("Qalanları: soruşulmayıb");
            visit.fill("injuries", TURNED).press("Rəyi bitir");

            tells(visit, "conclusion", "injuries", "result");
        }
    }

    @Test
    void anAnswerToAConsent() {
        try (Visit visit = walkIn(DemoPerson.caseworker3, "consent")) {
            visit.choose("interpreter", "Bəli").fill("validTo", "01.01.2099");
            visit.field("interpreterIsParty").check();
            visit.press(SAVE);

            tells(visit, "given", "interpreterIsParty", "scope");

            visit.choose("given", "Razıdır").press(SAVE);
            tells(visit, "interpreterIsParty", "scope", "validTo");
        }
    }

    @Test
    void theRights() {
        try (Visit visit = walkIn(DemoPerson.caseworker3, "rights")) {
            visit.choose("language", "Rus dili").press("İzah edildi, qeyd et");

            tells(visit, "interpreter", "language");
        }
    }

    @Test
    void theNeeds() {
        try (Visit visit = active("/assessment/edit.xhtml")) {
            Form.of(visit, "finish")
                    .texts((id, length) -> "Mətn")
                    .answer("ownView", TURNED)
                    .fill();
            visit.page().locator("input[type=radio]:checked").evaluateAll("all => all.forEach(e => e.checked = false)");
            visit.press("Yekunlaşdırmaq");

            tells(visit, "level", "ownView");
            assertTrue(visit.page().locator(".cw-summary li").count() > 10, "each area by itself: " + visit.text());
        }
    }

    @Test
    void thePlan() {
        String number = CaseRows.active("IDENTIFIED").number();
        try (Visit visit = Visit.of(DemoPerson.caseworker1).open("/assessment/edit.xhtml?number=" + number)) {
            Form.of(visit, "finish").answer("level", "SOME").send();
            visit.open("/plan/edit.xhtml?number=" + number);
            for (String area :
                    List.of("EDUCATION", "PSYCHOLOGICAL", "MEDICAL", "VOCATIONAL", "EMPLOYMENT", "HOUSING")) {
                visit.page()
                        .locator("[name='decision_" + area + "'][value=DECLINED]")
                        .check();
            }
            visit.fill("decidedOn_HOUSING", "01.01.2099").fill("decidedOn_MEDICAL", "dünən");
            visit.page().locator("[name='decision_LEGAL'][value=GOALS]").check();
            visit.fill("goals_LEGAL:0:aim", "Sənəd").press("Baxışa vermək");

            tells(
                    visit,
                    "decidedOn_EDUCATION",
                    "decidedOn_EMPLOYMENT",
                    "decidedOn_HOUSING",
                    "decidedOn_MEDICAL",
                    "decidedOn_PSYCHOLOGICAL",
                    "decidedOn_VOCATIONAL",
                    "indicator",
                    "target");
        }
    }

    @Test
    void anAllowance() {
        try (Visit visit = active("/reimbursement/request.xhtml")) {
            visit.fill("amount", "99999999999")
                    .fill("iban", "AZ00")
                    .fill("payeeName", "")
                    .press("Sorğunu göndər");

            tells(visit, "amount", "iban", "payeeName");
            assertTrue(visit.field("amount-error").innerText().contains("700,00"), visit.text());
        }
    }
}
