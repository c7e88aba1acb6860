package org.himaye.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.himaye.person.AgeBand;
import org.himaye.retention.RetentionTerms.Age;
import org.himaye.retention.RetentionTerms.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what is over is due for erasure (domain.md 4.8). */
class RetentionTermsTest {

    private final RetentionTerms terms = new RetentionTerms(10, 10, 25, 90, 30);

    @ParameterizedTest
    @CsvSource({
        // An adult's case: ten years after it was closed, whatever her age.
        "1980-05-05, 2014-01-10, 2016-03-01, CLOSED_ADULT, 2026-03-02",
        // Closed on a leap day: the term ends with the February of a year that has none.
        "1980-05-05, 2014-01-10, 2016-02-29, CLOSED_ADULT, 2026-03-01",
        // Eighteen on the day of opening is of age, a day younger is a child.
        "1996-01-10, 2014-01-10, 2016-03-01, CLOSED_ADULT, 2026-03-02",
        "1996-01-11, 2014-01-10, 2016-03-01, CLOSED_CHILD, 2026-03-02",
        // A small child: until the 25th birthday, which is later.
        "2010-07-20, 2014-01-10, 2016-03-01, CLOSED_CHILD, 2035-07-21",
        // Born on a leap day: the 25th birthday is in a year without one.
        "2012-02-29, 2014-01-10, 2016-03-01, CLOSED_CHILD, 2037-03-01",
        // Both ends on one day.
        "2001-03-01, 2014-01-10, 2016-03-01, CLOSED_CHILD, 2026-03-02",
    })
    void closedCases(LocalDate born, LocalDate opened, LocalDate closed, RetentionRule rule, LocalDate due) {
        assertEquals(new Term(rule, due), terms.ofCase(opened, closed, new Age(born, AgeBand.UNKNOWN, closed)));
    }

    @ParameterizedTest
    @CsvSource({
        // Nobody knows: she may have been born on the day on which that was told.
        "UNKNOWN, CLOSED_CHILD, 2039-02-02",
        "CHILD, CLOSED_CHILD, 2039-02-02",
        "AGE_0_11, CLOSED_CHILD, 2039-02-02",
        "AGE_12_17, CLOSED_CHILD, 2027-02-02",
        "ADULT, CLOSED_ADULT, 2026-03-02",
        "AGE_18_24, CLOSED_ADULT, 2026-03-02",
        "AGE_60_PLUS, CLOSED_ADULT, 2026-03-02",
    })
    void casesOfPeopleWhoseBirthIsNotKnown(AgeBand band, RetentionRule rule, LocalDate due) {
        Age age = new Age(null, band, LocalDate.parse("2014-02-01"));

        assertEquals(
                new Term(rule, due), terms.ofCase(LocalDate.parse("2014-01-10"), LocalDate.parse("2016-03-01"), age));
    }

    @Test
    void theLastDayOfATermStillCounts() {
        Term term = terms.ofRefusedIntake(LocalDate.parse("2026-01-31"));

        assertEquals(LocalDate.parse("2026-03-03"), term.dueOn());
        assertFalse(term.passed(LocalDate.parse("2026-03-02")));
        assertTrue(term.passed(LocalDate.parse("2026-03-03")));
        assertEquals(
                LocalDate.parse("2026-05-02"),
                terms.ofReferral(LocalDate.parse("2026-01-31")).dueOn());
    }

    /** What the database leaves out by its date alone is due for nobody; what it gives is looked at one by one. */
    @Test
    void nothingThatIsDueIsLeftOutBeforeItIsLookedAt() {
        Age adult = new Age(LocalDate.parse("1980-05-05"), AgeBand.ADULT, LocalDate.parse("2014-01-10"));
        LocalDate opened = LocalDate.parse("2010-01-10");
        for (LocalDate today = LocalDate.parse("2024-02-20"); today.getYear() < 2029; today = today.plusDays(1)) {
            for (int before = 0; before < 4; before++) {
                LocalDate closed = today.minusYears(10).minusDays(before);
                boolean due = terms.ofCase(opened, closed, adult).passed(today);
                assertTrue(!due || closed.isBefore(terms.closedBefore(today)), today + " " + closed);
            }
            assertEquals(
                    terms.ofRefusedIntake(today.minusDays(31)).passed(today),
                    today.minusDays(31).isBefore(terms.refusedBefore(today)));
            assertFalse(terms.ofReferral(terms.decidedBefore(today)).passed(today));
        }
    }
}
