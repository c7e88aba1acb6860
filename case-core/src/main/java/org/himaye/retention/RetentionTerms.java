package org.himaye.retention;

import java.time.LocalDate;
import org.himaye.person.AgeBand;

/**
 * How long what is over is kept (domain.md 4.8). The last day of a term still counts; on the day after it the erasure is due.
 *
 * @param childAge the birthday until which a child's case is kept in any case
 */
public record RetentionTerms(int adultYears, int childYears, int childAge, int referralDays, int refusedDays) {

    private static final int ADULT = 18;

    /** What was decided about something that is over. */
    public record Term(RetentionRule rule, LocalDate dueOn) {

        public boolean passed(LocalDate today) {
            return !dueOn.isAfter(today);
        }
    }

    /**
     * What is known of somebody's age. Whose birth is unknown is taken to be as young as the band allows on the day on which it was told:
     * who may be a child is one (BR-014), and nothing is erased too early.
     *
     * @param born or null
     * @param band never null
     * @param toldOn when the band was last true
     */
    public record Age(LocalDate born, AgeBand band, LocalDate toldOn) {

        LocalDate latestBirth() {
            return born == null ? toldOn.minusYears(band.from()) : born;
        }

        /** Whether she was of age when the case was opened; a band that was told counts for that day. */
        boolean adultOn(LocalDate opened) {
            return born == null ? band.from() >= ADULT : !born.plusYears(ADULT).isAfter(opened);
        }
    }

    /** For a case that was worked on and closed. */
    public Term ofCase(LocalDate opened, LocalDate closed, Age age) {
        boolean adult = age.adultOn(opened);
        LocalDate years = closed.plusYears(adult ? adultYears : childYears);
        // Also of an adult's band: it may have been told long after the case of a child was closed.
        LocalDate grown = age.latestBirth().plusYears(childAge);
        return after(
                adult ? RetentionRule.CLOSED_ADULT : RetentionRule.CLOSED_CHILD,
                grown.isAfter(years) && !(adult && age.born() != null) ? grown : years);
    }

    public Term ofRefusedIntake(LocalDate closed) {
        return after(RetentionRule.REFUSED_INTAKE, closed.plusDays(refusedDays));
    }

    public Term ofReferral(LocalDate decided) {
        return after(RetentionRule.REFERRAL_NOT_ACCEPTED, decided.plusDays(referralDays));
    }

    private static Term after(RetentionRule rule, LocalDate lastDay) {
        return new Term(rule, lastDay.plusDays(1));
    }

    /** Cases closed on this day or later are not over yet, whoever the person is; a day more, because of leap days. */
    LocalDate closedBefore(LocalDate today) {
        return today.minusYears(Math.min(adultYears, childYears)).plusDays(1);
    }

    LocalDate refusedBefore(LocalDate today) {
        return today.minusDays(refusedDays);
    }

    LocalDate decidedBefore(LocalDate today) {
        return today.minusDays(referralDays);
    }
}
