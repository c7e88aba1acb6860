package org.himaye.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One case from the referral to the request for money, with every form filled as far as it goes. What stands in the text fields is
 * the test's; the rest is the first answer that fits.
 */
final class CasePath {

    static final String BIRTH = "17.03.1987";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<String> AREAS =
            List.of("LEGAL", "EDUCATION", "PSYCHOLOGICAL", "MEDICAL", "VOCATIONAL", "EMPLOYMENT", "HOUSING");

    private final BiFunction<String, Integer, String> texts;
    private String receipt;
    private String number;

    /** @param texts by the field's id and length */
    CasePath(BiFunction<String, Integer, String> texts) {
        this.texts = texts;
    }

    String number() {
        return number;
    }

    String receipt() {
        return receipt;
    }

    private static String inMonths(int months) {
        return LocalDate.now(ZoneId.of("Asia/Baku")).plusMonths(months).format(DAY);
    }

    private void step(Visit visit, String address, String button, Map<String, String> answers) {
        visit.open(address);
        if (visit.status() != 200) {
            throw new AssertionError(address + " answered " + visit.status());
        }
        send(visit, address, button, answers);
    }

    private void send(Visit visit, String address, String button, Map<String, String> answers) {
        Form form = Form.of(visit, button).texts(texts);
        answers.forEach(form::answer);
        form.send();
        Locator refused = visit.page().locator(".cw-summary");
        if (refused.count() > 0) {
            throw new AssertionError(address + " refused: " + refused.innerText());
        }
        if (visit.page().locator("main").count() == 0) {
            throw new AssertionError(address + " broke: " + visit.text());
        }
    }

    void refer(Visit police1) {
        String address = "/referral/send.xhtml";
        step(
                police1,
                address,
                "send",
                Map.of("immediateDanger", "false", "consent", "YES", "receiver", choice(police1, address, "Bakı")));
        receipt = Scenes.receipt(police1);
    }

    void accept(Visit supervisor1) {
        String address = "/referral/decide.xhtml?number=" + receipt;
        step(supervisor1, address, "acknowledge", Map.of());
        step(supervisor1, address, "accept", Map.of("caseworker", choice(supervisor1, address, "Caseworker 1")));
        number = Database.texts(
                        "select c.case_number from himaye.case_file c join himaye.referral r on r.id = c.referral_id where r.number = ?",
                        receipt)
                .getFirst();
    }

    private static String choice(Visit visit, String address, String label) {
        visit.open(address);
        return String.valueOf(visit.page()
                .locator("main select option", new Page.LocatorOptions().setHasText(label))
                .first()
                .getAttribute("value"));
    }

    void intake(Visit caseworker1) {
        String of = "?number=" + number;
        step(caseworker1, "/intake/rights.xhtml" + of, "save", Map.of());
        step(caseworker1, "/intake/consent.xhtml" + of, "save", consent("DATA_PROCESSING"));
        step(caseworker1, "/intake/consent.xhtml" + of, "save", consent("POLICE_NOTIFICATION"));
        step(
                caseworker1,
                "/intake/safety.xhtml" + of,
                "save",
                Map.of("immediateDanger", "true", "urgentHealth", "true"));
        step(caseworker1, "/intake/person.xhtml" + of, "save", person());
        step(caseworker1, "/intake/contact.xhtml" + of, "save", Map.of("kind", "ADDRESS", "validTo", inMonths(2)));
        step(caseworker1, "/intake/indicators.xhtml" + of, "conclude", Map.of("result", "PRESUMED"));
        step(caseworker1, "/intake/episode.xhtml" + of, "save", Map.of("countries", "AZ"));
        step(caseworker1, "/intake/overview.xhtml" + of, "complete", Map.of());
    }

    private static Map<String, String> consent(String scope) {
        Map<String, String> answers = new HashMap<>();
        answers.put("scope", scope);
        answers.put("validTo", inMonths(3));
        answers.put("interpreter", "false");
        answers.put("interpreterIsParty", null);
        return answers;
    }

    private static Map<String, String> person() {
        Map<String, String> answers = new HashMap<>();
        answers.put("anonymous", null);
        answers.put("dateOfBirth", BIRTH);
        answers.put("ageStated", null);
        answers.put("ageBasis", "STATED");
        answers.put("nationalityStatus", "CITIZEN_AZ");
        answers.put("countries", null);
        return answers;
    }

    void needs(Visit caseworker1) {
        step(caseworker1, "/assessment/edit.xhtml?number=" + number, "finish", Map.of());
    }

    void plan(Visit caseworker1) {
        Map<String, String> answers = new HashMap<>();
        for (String area : AREAS) {
            answers.put("decision_" + area, area.equals("LEGAL") ? "DECLINED" : "GOALS");
        }
        answers.put("target", inMonths(4));
        answers.put("due", inMonths(3));
        step(caseworker1, "/plan/edit.xhtml?number=" + number, "submit", answers);
    }

    void sendPlanBack(Visit supervisor1) {
        String address = "/plan/review.xhtml?number=" + number;
        supervisor1.open(address).withPurpose();
        send(supervisor1, address, "sendBack", Map.of());
    }

    void tellSpecialUnit(Visit caseworker1) {
        step(caseworker1, "/intake/overview.xhtml?number=" + number, "send", Map.of());
    }

    void identify(Visit identification1) {
        String address = "/identification/decide.xhtml?number=" + number;
        identification1.open(address).withPurpose();
        send(identification1, address, "identify", Map.of());
    }

    /** @param iban a valid account number that nobody else has */
    void askForMoney(Visit caseworker1, String iban) {
        step(
                caseworker1,
                "/reimbursement/request.xhtml?number=" + number,
                "send",
                Map.of("amount", "700,00", "iban", iban));
    }

    /** One note of the sort, in every field that it has; the sort stands before the field's id. */
    void note(Visit author, String sort) {
        new CasePath((id, length) -> texts.apply(sort + "." + id, length))
                .step(author, "/note/write.xhtml?number=" + number + "&sort=" + sort, "save", Map.of());
    }
}
