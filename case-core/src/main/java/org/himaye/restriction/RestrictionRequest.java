package org.himaye.restriction;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What somebody enters.
 *
 * @param orderNumber of an order, with its date and its last day; null for the other kinds
 * @param persons who keeps access, or who is barred
 */
public record RestrictionRequest(
        RestrictionKind kind,
        RestrictionReason reason,
        String orderNumber,
        LocalDate orderDate,
        LocalDate endsOn,
        Set<UUID> persons) {

    private static final int ORDER_LENGTH = 40;
    private static final int MOST_PERSONS = 50;

    private static final Pattern ORDER = Pattern.compile("[0-9A-Za-z./-]{1," + ORDER_LENGTH + "}");

    public RestrictionRequest {
        persons = Set.copyOf(persons);
        orderNumber = TypedText.of("orderNumber", orderNumber, ORDER_LENGTH);
    }

    /** What must be said, and how. */
    public Rules rules(LocalDate today) {
        Rules rules = new Rules()
                .unless(reason != null && reason.kind() == kind, () -> new AnswerMissing("reason"))
                .unless(!persons.isEmpty(), () -> new AnswerMissing("persons"))
                .unless(persons.size() <= MOST_PERSONS, TooManyPersons::new);
        if (kind == RestrictionKind.SUSPENDED) {
            rules.unless(orderNumber != null, () -> new AnswerMissing("orderNumber"))
                    .unless(orderNumber == null || ORDER.matcher(orderNumber).matches(), OrderNumberNotRight::new)
                    .unless(orderDate != null, () -> new AnswerMissing("orderDate"))
                    .unless(orderDate == null || !orderDate.isAfter(today), OrderDateAhead::new)
                    .unless(endsOn != null, () -> new AnswerMissing("endsOn"))
                    .unless(endsOn == null || !endsOn.isBefore(today), OrderOver::new);
        }
        return rules;
    }
}
