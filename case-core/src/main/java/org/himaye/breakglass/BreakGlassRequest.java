package org.himaye.breakglass;

import java.util.Set;
import org.himaye.confidentiality.DataClass;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What somebody asks for in an emergency.
 *
 * @param classes only these open
 * @param text what happened, in words
 */
public record BreakGlassRequest(BreakGlassReason reason, Set<DataClass> classes, String text) {

    public static final int TEXT_SHORTEST = 20;
    public static final int TEXT_LENGTH = 1000;

    public BreakGlassRequest {
        classes = Set.copyOf(classes);
        text = TypedText.of("reasonText", text, TEXT_LENGTH);
    }

    /** What must be said (4.7). */
    public Rules rules() {
        return new Rules()
                .unless(reason != null, () -> new AnswerMissing("reason"))
                .unless(!classes.isEmpty(), () -> new AnswerMissing("classes"))
                .unless(text != null && text.length() >= TEXT_SHORTEST, () -> new ReasonTooShort(TEXT_SHORTEST));
    }
}
