package org.himaye.plan;

import java.time.LocalDate;
import org.himaye.shared.BusinessException;
import org.himaye.shared.Rules;

/** A day of a plan that cannot be meant: declined before the case began, or a goal that ended before it was planned. */
public class DayOutOfRange extends BusinessException {

    /**
     * @param field the form field
     * @param from first day allowed
     * @param to last day allowed
     */
    public DayOutOfRange(String field, LocalDate from, LocalDate to) {
        super(field, new Object[] {from, to});
    }

    /** Holds for a day that is not there yet. */
    static void check(Rules rules, String field, LocalDate day, LocalDate from, LocalDate to) {
        rules.unless(day == null || !day.isBefore(from) && !day.isAfter(to), () -> new DayOutOfRange(field, from, to));
    }
}
