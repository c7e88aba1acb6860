package org.himaye.intake;

import java.time.LocalDate;
import org.himaye.person.ContactKind;
import org.himaye.person.ContactPeriodWrong;
import org.himaye.person.ContactPoint;
import org.himaye.person.ContactValueWrong;
import org.himaye.person.SafeToUse;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/** What the form of one contact point holds when it is saved. */
public record ContactAnswers(
        ContactKind kind,
        String value,
        SafeToUse safe,
        String safeHours,
        String whoMayAnswer,
        String codeWord,
        Boolean messageAllowed,
        LocalDate validTo) {

    /** What is safe today may be in other hands later. */
    private static final int LONGEST_YEARS = 2;

    public ContactAnswers {
        value = TypedText.of("value", value, ContactPoint.VALUE_LENGTH);
        safeHours = TypedText.of("safeHours", safeHours, ContactPoint.RULE_LENGTH);
        codeWord = TypedText.of("codeWord", codeWord, ContactPoint.RULE_LENGTH);
        whoMayAnswer = TypedText.of("whoMayAnswer", whoMayAnswer, ContactPoint.RULE_LENGTH);
    }

    /** The value can be of its kind, and the last day is within two years from today. */
    public Rules rules(LocalDate today) {
        return new Rules()
                .unless(kind == null || value == null || kind.fits(value), ContactValueWrong::new)
                .unless(
                        validTo == null || !validTo.isBefore(today) && !validTo.isAfter(today.plusYears(LONGEST_YEARS)),
                        ContactPeriodWrong::new);
    }
}
