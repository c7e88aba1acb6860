package org.himaye.identification;

import java.time.LocalDate;
import org.himaye.shared.TypedText;

/**
 * The special unit's decision IDENTIFIED.
 *
 * @param overrideReason why the officer decides although the episode is incomplete (BR-010); null otherwise
 */
public record IdentificationDecision(String number, LocalDate date, String text, String overrideReason) {

    public IdentificationDecision {
        number = TypedText.of("decisionNumber", number, Identification.DECISION_NUMBER_LENGTH);
        text = TypedText.of("decisionText", text, Identification.DECISION_TEXT_LENGTH);
        overrideReason = TypedText.of("overrideReason", overrideReason, Identification.DECISION_TEXT_LENGTH);
    }
}
