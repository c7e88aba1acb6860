package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** SC-01, first part: from a phone at the roadside to a case in intake, with its negative variants. */
class ReferralTest {

    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{6}-[0-9A-Z]");
    private static final Pattern CASE = Pattern.compile("V-[0-9A-Z]{6}-[0-9A-Z]");
    private static final String SIGN = "İşləməyə məcbur edilir, gedə bilməyəcəyini düşünür";
    private static final String SHELTER = "“Bakı” sığınacağı";
    private static final String CENTRE = "“Gəncə” yardım mərkəzi";

    @Test
    void aReferredPersonBecomesACaseAndTheSenderSeesStateAndTimesOnly() {
        try (Visit police = Visit.onPhone(DemoPerson.police1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit stranger = Visit.of(DemoPerson.police2)) {
            String number = sent(police, SHELTER);
            assertEquals(
                    404,
                    stranger.open("/referral/receipt.xhtml?number=" + number).status());
            String refused = stranger.text();
            assertEquals(
                    404,
                    stranger.open("/referral/receipt.xhtml?number=R-000000-0").status());
            assertEquals(refused, stranger.text());

            supervisor.open("/referral/decide.xhtml?number=" + number).press("Alındığını təsdiqlə");
            supervisor.choose("caseworker", "Caseworker 1").press("Qəbul et və iş aç");
            assertTrue(supervisor.shows("Əvvəlcə yeri və təhlükəsizliyi yoxlayın"));
            supervisor.field("capacityChecked").check();
            supervisor.field("safetyChecked").check();
            supervisor.press("Qəbul et və iş aç");
            String caseNumber = found(CASE, supervisor.text());

            police.open("/referral/receipt.xhtml?number=" + number);
            assertTrue(police.shows("Qəbul edilib"));
            assertFalse(CASE.matcher(police.text()).find());
            assertEquals(
                    404,
                    police.open("/referral/told.xhtml?number=" + caseNumber).status());

            String own = "/referral/own.xhtml?number=" + number;
            assertEquals(1, links(police.open("/referral/receipt.xhtml?number=" + number), own));
            assertTrue(police.open(own).shows("Bölmədə, 18:00"), police.text());
            Database.change("update himaye.case_file set status = 'CLOSED' where case_number = '" + caseNumber + "'");
            assertEquals(0, links(police.open("/referral/receipt.xhtml?number=" + number), own));
            assertTrue(police.shows("Yazdığınız mətn artıq göstərilmir, yalnız qəbz qalır."), police.text());
            assertTrue(police.shows(number), "the receipt remains");
            police.open(own);
            assertTrue(police.shows("Yazdığınız mətn artıq göstərilmir, yalnız qəbz qalır."), police.text());
            assertFalse(police.text().contains("Bölmədə"), police.text());
            assertEquals(0, police.page().locator("dt").count(), "not even what was asked: " + police.text());
        }
    }

    @Test
    void withoutSignsAndReasonNothingIsSentAndTheFormStays() {
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            fill(police, SHELTER, false);

            assertTrue(police.shows("Ən azı bir əlamət seçin və ya səbəbi yazın."));
            assertFalse(police.field("dutyPhone").isVisible(), "an error stands on its own step");
            assertTrue(police.field("consent:0").isChecked());
        }
    }

    @Test
    void onAPhoneItIsTwoStepsAndNothingIsLostBetweenThem() {
        try (Visit partner = Visit.onPhone(DemoPerson.partner1)) {
            partner.open("/referral/send.xhtml");
            assertFalse(partner.field("dutyPhone").isVisible());
            partner.press("Davam et");
            assertTrue(partner.page().locator(".cw-summary h2").innerText().startsWith("7 "), partner.text());
            assertFalse(partner.text().contains("telefonu"), "the second step is not looked at: " + partner.text());

            fill(partner, CENTRE, true).fill("dutyPhone", "zəng edin").press("Göndər");
            assertTrue(partner.field("dutyPhone-error").isVisible(), "on its own step: " + partner.text());
            assertFalse(partner.field("sex:0").isVisible());

            partner.press("Geri");
            assertTrue(partner.field("sex:0").isChecked());
            assertFalse(partner.field("dutyPhone").isVisible());
            partner.press("Davam et");
            assertEquals("zəng edin", partner.field("dutyPhone").inputValue());
            partner.page()
                    .waitForResponse(
                            answer ->
                                    String.valueOf(answer.request().postData()).contains("555"),
                            () -> {
                                partner.fill("dutyPhone", "+994 12 555 01 03");
                                partner.field("dutyPhone").blur();
                            });

            partner.page().goBack();
            partner.page().waitForLoadState();
            assertTrue(partner.field("sex:0").isVisible(), partner.text());
            assertTrue(
                    partner.field("sex:0").isChecked(),
                    "the browser's own Back finds the kept text: " + partner.text());
            partner.press("Davam et");
            assertEquals("+994 12 555 01 03", partner.field("dutyPhone").inputValue());
            partner.press("Göndər");
            found(RECEIPT, partner.text());

            partner.page().goBack();
            partner.page().waitForLoadState();
            assertFalse(partner.field("sex:0").isChecked(), "what was sent is not typed again: " + partner.text());
        }
    }

    @Test
    void br034SignsThatWereToldStandBesideTheQuestionUnconfirmed() {
        try (Visit partner = Visit.onPhone(DemoPerson.partner1);
                Visit caseworker = Visit.of(DemoPerson.caseworker3)) {
            String number = sent(partner, CENTRE);
            caseworker.open("/referral/decide.xhtml?number=" + number).press("Alındığını təsdiqlə");
            caseworker.field("capacityChecked").check();
            caseworker.field("safetyChecked").check();
            caseworker.press("Qəbul et və iş aç");
            String caseNumber = found(CASE, caseworker.text());

            new Witness(DemoPerson.caseworker3, caseworker).opens("/intake/indicators.xhtml?number=" + caseNumber);
            assertEquals(
                    List.of("Göndərişdə deyilib, hələ təsdiq edilməyib"),
                    caseworker.page().locator(".cw-told").allInnerTexts());
            assertEquals(
                    1,
                    caseworker
                            .page()
                            .locator(".cw-grade")
                            .filter(new Locator.FilterOptions().setHasText(SIGN))
                            .locator(".cw-told")
                            .count());
            assertEquals(
                    0, caseworker.page().locator("input[value=PRESENT]:checked").count(), "told is not found");
        }
    }

    @Test
    void immediateDangerIsNotDeclinedForPlacesWithoutAnAlternative() {
        try (Visit police = Visit.onPhone(DemoPerson.police1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1)) {
            String number = sent(police, SHELTER);
            supervisor.open("/referral/decide.xhtml?number=" + number).press("Alındığını təsdiqlə");

            supervisor.page().getByText("Rədd et, başqa yol göstər").click();
            supervisor.choose("reason", "Yer yoxdur").press("Rədd et");

            assertTrue(supervisor.shows("Şəxsin gedə biləcəyi başqa yer seçin."));
            police.open("/referral/receipt.xhtml?number=" + number);
            assertFalse(police.shows("Rədd edilib"));
        }
    }

    @Test
    void inACentreTheCaseworkerAccepts() {
        try (Visit partner = Visit.onPhone(DemoPerson.partner1);
                Visit caseworker = Visit.of(DemoPerson.caseworker3);
                Visit elsewhere = Visit.of(DemoPerson.supervisor1)) {
            String number = sent(partner, CENTRE);
            assertEquals(
                    404,
                    elsewhere.open("/referral/decide.xhtml?number=" + number).status());

            caseworker.open("/referral/decide.xhtml?number=" + number).press("Alındığını təsdiqlə");
            caseworker.field("capacityChecked").check();
            caseworker.field("safetyChecked").check();
            caseworker.press("Qəbul et və iş aç");

            assertTrue(CASE.matcher(caseworker.text()).find());
        }
    }

    private static int links(Visit visit, String address) {
        return visit.page().locator("a[href*='" + address + "']").count();
    }

    private static String sent(Visit sender, String receiver) {
        fill(sender, receiver, true).press("Göndər");
        return found(RECEIPT, sender.text());
    }

    private static Visit fill(Visit sender, String receiver, boolean signs) {
        sender.open("/referral/send.xhtml")
                .choose("ageGroup", "Yetkin")
                .choose("immediateDanger", "Bəli")
                .choose("urgentMedical", "Xeyr")
                .choose("language", "Azərbaycan dili")
                .choose("sex", "Qadın")
                .choose("consent", "Bəli");
        if (signs) {
            sender.choose("indicators", SIGN);
        }
        sender.press("Davam et");
        return signs ? toReach(sender, receiver) : sender;
    }

    private static Visit toReach(Visit sender, String receiver) {
        return sender.choose("receiver", receiver)
                .fill("dutyPhone", "+994 12 555 01 02")
                .fill("safeContact", "Bölmədə, 18:00");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group();
    }
}
