package org.himaye.person;

import java.time.LocalDate;
import java.time.Period;
import org.himaye.shared.Rules;

/**
 * What is known of an age, and the band and basis that follow. Without a document or an assessment whoever may be a child is
 * presumed to be one (BR-014).
 *
 * @param dateOfBirth or null
 * @param stated completed years as told, or null
 * @param group what was told before, kept while neither is known
 */
public record ToldAge(LocalDate dateOfBirth, Integer stated, AgeBasis basis, AgeBand group) {

    private static final int OLDEST = 120;
    private static final int ADULT = 18;

    /** A birth neither in the future nor too far back, an age from 0 to 120. */
    public Rules rules(LocalDate today) {
        return new Rules()
                .unless(
                        dateOfBirth == null || !dateOfBirth.isAfter(today) && years(today) <= OLDEST,
                        BirthDateWrong::new)
                .unless(stated == null || stated >= 0 && stated <= OLDEST, () -> new StatedAgeWrong(OLDEST));
    }

    private int years(LocalDate today) {
        return Period.between(dateOfBirth, today).getYears();
    }

    private Integer known(LocalDate today) {
        return dateOfBirth == null ? stated : Integer.valueOf(years(today));
    }

    public AgeBand bandOn(LocalDate today) {
        return known(today) == null ? group : AgeBand.of(known(today));
    }

    public AgeBasis basisOn(LocalDate today) {
        boolean proved = basis == AgeBasis.DOCUMENT || basis == AgeBasis.ASSESSED;
        boolean mayBeChild = known(today) == null ? group == AgeBand.UNKNOWN || group.child() : known(today) < ADULT;
        return !proved && mayBeChild ? AgeBasis.PRESUMED_CHILD : basis;
    }

    /** Date of birth and stated age differ by more than a year: both are kept and the caseworker is told. */
    public boolean differs(LocalDate today) {
        return dateOfBirth != null && stated != null && Math.abs(years(today) - stated) > 1;
    }
}
