package org.himaye.intake;

import java.time.LocalDate;
import org.himaye.person.ContactKind;
import org.himaye.person.SafeToUse;

/** What the form of one contact point holds when it is saved. */
public record ContactAnswers(
        ContactKind kind,
        String value,
        SafeToUse safe,
        String safeHours,
        String whoMayAnswer,
        Boolean messageAllowed,
        LocalDate validTo) {}
