package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        }
    }

    @Test
    void withoutSignsAndReasonNothingIsSentAndTheFormStays() {
        try (Visit police = Visit.onPhone(DemoPerson.police1)) {
            fill(police, SHELTER, false).press("Göndər");

            assertTrue(police.shows("Ən azı bir əlamət seçin və ya səbəbi yazın."));
            assertEquals("+994 12 555 01 02", police.field("dutyPhone").inputValue());
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
                .choose("consent", "Bəli")
                .choose("receiver", receiver)
                .fill("dutyPhone", "+994 12 555 01 02")
                .fill("safeContact", "Bölmədə, 18:00");
        return signs ? sender.choose("indicators", SIGN) : sender;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group();
    }
}
