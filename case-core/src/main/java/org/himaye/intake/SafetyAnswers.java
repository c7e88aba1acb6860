package org.himaye.intake;

import org.himaye.shared.TypedText;

/** What the part on safety holds when it is saved; null where nothing was said yet. */
public record SafetyAnswers(Boolean immediateDanger, String dangerText, Boolean urgentHealth, String urgentHealthText) {

    public SafetyAnswers {
        dangerText = TypedText.of("dangerText", dangerText, Intake.TEXT_LENGTH);
        urgentHealthText = TypedText.of("urgentHealthText", urgentHealthText, Intake.TEXT_LENGTH);
    }
}
