package org.himaye.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However it is written, it is one number (domain.md 3.4). */
class KnownNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"AZE 12345678", "aze12345678", "AZE № 1234-5678", "АZЕ12345678"})
    void oneDocument(String typed) {
        assertEquals(Optional.of("AZE12345678"), KnownNumber.document(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AZE", "12345", "yoxdur", "A-123-B"})
    void whatTellsNobody(String typed) {
        assertEquals(Optional.empty(), KnownNumber.document(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+994 50 123 45 67", "00994501234567", "050 123-45-67", "(050) 1234567", "50 123 45 67"})
    void oneTelephone(String typed) {
        assertEquals(Optional.of("994501234567"), KnownNumber.telephone(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"152", "102", "", "evdə", "12345678901234567"})
    void shortNumbersBelongToMany(String typed) {
        assertEquals(Optional.empty(), KnownNumber.telephone(typed));
    }

    @Test
    void aFamilyNameIsOneInAnyScriptOnItsDay() {
        LocalDate day = LocalDate.of(1998, 3, 7);

        assertEquals(KnownNumber.familyNameAndBirth("Əliyeva", day), KnownNumber.familyNameAndBirth("Алиев", day));
        assertNotEquals(
                KnownNumber.familyNameAndBirth("Əliyeva", day),
                KnownNumber.familyNameAndBirth("Əliyeva", day.plusDays(1)));
    }

    @Test
    void numbersAreFoundInASentence() {
        assertEquals(
                Set.of("AZE12345678", "12345678", "FIN5ABC123D", "5ABC123D"),
                KnownNumber.documentsIn("Şəxsiyyət vəsiqəsi AZE № 12345678, FİN 5ABC123D; pasportu yoxdur"));
        assertEquals(
                Set.of("994501234567"),
                KnownNumber.telephonesIn("Bacısı, 050 123-45-67, saat 14:00-dan sonra; 102-yə zəng etməyin"));
        assertEquals(Set.of(), KnownNumber.documentsIn("sənədi yoxdur, 1998-ci ildə doğulub"));
    }
}
