package org.himaye.intake;

import java.time.LocalDate;
import org.himaye.person.ContactKind;
import org.himaye.person.ContactPoint;
import org.himaye.person.SafeToUse;
import org.himaye.shared.TypedText;

/** What the form of one contact point holds when it is saved. */
public record ContactAnswers(
        ContactKind kind,
        String value,
        SafeToUse safe,
        String safeHours,
        String whoMayAnswer,
        Boolean messageAllowed,
        LocalDate validTo) {

    public ContactAnswers {
        value = TypedText.of("value", value, ContactPoint.VALUE_LENGTH);
        safeHours = TypedText.of("safeHours", safeHours, ContactPoint.RULE_LENGTH);
        whoMayAnswer = TypedText.of("whoMayAnswer", whoMayAnswer, ContactPoint.RULE_LENGTH);
    }
}
