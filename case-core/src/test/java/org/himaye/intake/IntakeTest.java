package org.himaye.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.BirthDateWrong;
import org.himaye.person.Country;
import org.himaye.person.CountryUnknown;
import org.himaye.person.StatedAgeWrong;
import org.himaye.person.ToldAge;
import org.junit.jupiter.api.Test;

/** domain.md 2.3, 3.5; BR-014, BR-041. */
class IntakeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void completionNeedsRightsConsentSafetyAndPersonAndNothingElse() {
        assertEquals(
                List.of(IntakePart.RIGHTS, IntakePart.CONSENT, IntakePart.SAFETY, IntakePart.PERSON),
                Arrays.stream(IntakePart.values()).filter(IntakePart::needed).toList());
    }

    @Test
    void isCompletedOnce() {
        Intake intake = new Intake(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH);
        assertDoesNotThrow(() -> intake.complete(UUID.randomUUID(), Instant.EPOCH));

        assertThrows(IntakeComplete.class, () -> intake.complete(UUID.randomUUID(), Instant.EPOCH));
    }

    @Test
    void br014AStatedAgeUnderEighteenIsPresumedAChild() {
        ToldAge told = new ToldAge(null, 15, AgeBasis.STATED, AgeBand.UNKNOWN);

        assertEquals(AgeBasis.PRESUMED_CHILD, told.basisOn(TODAY));
        assertEquals(AgeBand.AGE_12_17, told.bandOn(TODAY));
    }

    @Test
    void br014AnUncertainAgeIsPresumedAChild() {
        assertEquals(
                AgeBasis.PRESUMED_CHILD, new ToldAge(null, null, AgeBasis.UNKNOWN, AgeBand.UNKNOWN).basisOn(TODAY));
        assertEquals(AgeBasis.UNKNOWN, new ToldAge(null, null, AgeBasis.UNKNOWN, AgeBand.ADULT).basisOn(TODAY));
    }

    @Test
    void aDocumentDecidesTheBandOnTheBirthday() {
        ToldAge told = new ToldAge(LocalDate.of(2008, 3, 1), null, AgeBasis.DOCUMENT, AgeBand.CHILD);

        assertEquals(AgeBand.AGE_18_24, told.bandOn(TODAY));
        assertEquals(AgeBand.AGE_12_17, told.bandOn(TODAY.minusDays(1)));
    }

    @Test
    void agesThatCannotBeAreRefused() {
        assertThrows(
                BirthDateWrong.class,
                () -> age(TODAY.plusDays(1), null).rules(TODAY).hold());
        assertThrows(
                BirthDateWrong.class,
                () -> age(TODAY.minusYears(121), null).rules(TODAY).hold());
        assertThrows(StatedAgeWrong.class, () -> age(null, 121).rules(TODAY).hold());
        assertThrows(StatedAgeWrong.class, () -> age(null, -1).rules(TODAY).hold());
    }

    @Test
    void aDifferenceOfMoreThanAYearIsToldAndBothAreKept() {
        assertTrue(age(LocalDate.of(1998, 1, 1), 25).differs(TODAY));
    }

    private static ToldAge age(LocalDate birth, Integer stated) {
        return new ToldAge(birth, stated, AgeBasis.STATED, AgeBand.ADULT);
    }

    @Test
    void countriesAreReadAsPeopleTypeThem() {
        assertEquals(List.of(new Country("AZ"), new Country("TR")), Country.typed(" az, tr ;AZ"));
        assertThrows(CountryUnknown.class, () -> Country.typed("XX"));
    }
}
