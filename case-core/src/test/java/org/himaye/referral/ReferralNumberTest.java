package org.himaye.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Refused;
import org.junit.jupiter.api.Test;

/** Numbers of receipts, domain.md 3.4. */
class ReferralNumberTest {

    @Test
    void aNumberIsReadTheWayPeopleTypeIt() {
        ReferralNumber number = ReferralNumber.random();

        assertTrue(number.text().matches("R-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]"));
        assertEquals(
                number, ReferralNumber.parse(" " + number.text().toLowerCase().replace("-", "") + " "));
    }

    @Test
    void aWrongCheckCharacterIsRefusedBeforeAnyLookup() {
        String number = ReferralNumber.random().text();
        char last = number.charAt(9);
        String wrong = number.substring(0, 9) + (last == '7' ? '8' : '7');

        assertEquals(
                "WRONG_NUMBER",
                assertThrows(Refused.class, () -> ReferralNumber.parse(wrong)).reason());
    }

    @Test
    void theNumberOfACaseIsNone() {
        String number = CaseNumber.random().text();

        assertThrows(Refused.class, () -> ReferralNumber.parse(number));
        assertThrows(Refused.class, () -> ReferralNumber.parse(null));
    }
}
