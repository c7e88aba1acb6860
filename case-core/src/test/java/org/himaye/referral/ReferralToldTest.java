package org.himaye.referral;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.himaye.identification.Indicator;
import org.himaye.shared.TextNotAllowed;
import org.himaye.shared.TextTooLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The minimum set of domain.md 2.2. */
class ReferralToldTest {

    private static final List<Indicator> SEEN = List.of(Indicator.IND01);

    @Test
    void theMinimumSetOfTheFirstScenarioIsEnough() {
        ReferralTold told = Referrals.workshop();

        assertDoesNotThrow(told.rules()::hold);
        assertEquals(List.of(Indicator.IND01, Indicator.IND07, Indicator.IND09), told.indicators());
        assertEquals("at the station, until 18:00", told.safeContact());
        assertNull(told.personName());
    }

    /** SC-01, negative: neither signs nor a reason is an error beside the reason, which stands under the signs. */
    @Test
    void withoutSignsAReasonIsNeeded() {
        ReferralTold neither = Referrals.told(AgeGroup.ADULT, ConsentTold.YES, null, List.of(), "  ");

        assertEquals(
                "indicatorsReason",
                assertThrows(IndicatorOrReasonNeeded.class, neither.rules()::hold)
                        .field());
        assertDoesNotThrow(Referrals.told(AgeGroup.ADULT, ConsentTold.YES, null, List.of(), "told by a colleague")
                .rules()::hold);
    }

    /** BR-005: an adult who did not agree is referred in an emergency only. */
    @ParameterizedTest
    @CsvSource({
        "ADULT, NO, , false",
        "ADULT, NO, EMERGENCY, true",
        "ADULT, NOT_POSSIBLE, BEST_INTERESTS, false",
        "ADULT, NOT_POSSIBLE, GUARDIAN_AGREES, false",
        "CHILD, NOT_POSSIBLE, GUARDIAN_AGREES, true",
        "UNCERTAIN, NO, BEST_INTERESTS, true",
        "CHILD, NO, , false",
        "ADULT, YES, , true"
    })
    void nothingAgainstTheWill(AgeGroup age, ConsentTold consent, ConsentGround ground, boolean sends) {
        ReferralTold told = Referrals.told(age, consent, ground, SEEN, null);

        if (sends) {
            assertDoesNotThrow(told.rules()::hold);
        } else {
            assertThrows(ConsentGroundNeeded.class, told.rules()::hold);
        }
    }

    @Test
    void aGroundIsNotKeptBesideAConsent() {
        ReferralTold told = Referrals.told(AgeGroup.ADULT, ConsentTold.YES, ConsentGround.EMERGENCY, SEEN, null);

        assertNull(told.values().get("consentGround"));
        assertEquals(Referral.TOLD, Set.copyOf(told.values().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "12", "+994 12 000 00 03 ext", "０１２３４"})
    void aNumberThatNobodyCanCallIsRefused(String phone) {
        ReferralTold told = Referrals.told(phone, AgeGroup.ADULT, ConsentTold.YES, null, SEEN, null);

        if (phone.equals("12")) {
            assertDoesNotThrow(told.rules()::hold, "short numbers of duty desks exist");
        } else {
            assertThrows(DutyPhoneUnclear.class, told.rules()::hold);
        }
    }

    @Test
    void charactersThatNobodyTypesAreRefused() {
        assertThrows(
                TextNotAllowed.class,
                () -> Referrals.told(AgeGroup.ADULT, ConsentTold.YES, null, SEEN, "left \u202Eright"));
        assertThrows(
                TextTooLong.class, () -> Referrals.told(AgeGroup.ADULT, ConsentTold.YES, null, SEEN, "x".repeat(501)));
    }
}
