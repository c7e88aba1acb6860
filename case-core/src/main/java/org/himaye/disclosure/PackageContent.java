package org.himaye.disclosure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.himaye.shared.BusinessClock;

/**
 * What goes: the same for the file that people read and the one that programs read.
 *
 * @param values of each field, none where nothing is recorded
 */
record PackageContent(Disclosure disclosure, LocalDate madeOn, Map<DisclosedField, List<Object>> values) {

    static PackageContent of(Disclosure disclosure, LocalDate madeOn) {
        Map<DisclosedField, List<Object>> values = new LinkedHashMap<>();
        disclosure.fields().forEach(field -> values.put(field, new ArrayList<>()));
        return new PackageContent(disclosure, madeOn, values);
    }

    /** A time is told as its day: the hour at which she spoke is nobody's. */
    void add(DisclosedField field, Object value) {
        switch (value) {
            case null -> {
                // Nothing is recorded.
            }
            case Collection<?> several -> several.forEach(each -> add(field, each));
            case Instant time -> values.get(field).add(LocalDate.ofInstant(time, BusinessClock.ZONE));
            default -> values.get(field).add(value);
        }
    }

    /** As a program reads it: codes, days as ISO 8601, numbers with a point. */
    static String plain(Object value) {
        return switch (value) {
            case Enum<?> code -> code.name();
            case BigDecimal amount -> amount.toPlainString();
            default -> value.toString();
        };
    }
}
