package org.himaye.retention;

import java.util.regex.Pattern;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What somebody enters.
 *
 * @param reference the number under which the court, the prosecution or the complaint is kept
 */
public record HoldRequest(HoldReason reason, String reference) {

    private static final int LENGTH = 40;

    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Za-z./-]{1," + LENGTH + "}");

    public HoldRequest {
        reference = TypedText.of("reference", reference, LENGTH);
    }

    /** What must be said, and how. */
    public Rules rules() {
        return new Rules()
                .unless(reason != null, () -> new AnswerMissing("reason"))
                .unless(reference != null, () -> new AnswerMissing("reference"))
                .unless(reference == null || REFERENCE.matcher(reference).matches(), HoldReferenceNotRight::new);
    }
}
