package org.himaye.note;

import java.util.UUID;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What the form sends.
 *
 * @param id made by the form, so that a double click makes one note
 * @param kind null for the person's own words
 * @param summary of a health note, or null
 * @param reason of a correction, otherwise null
 */
public record NoteEntry(
        UUID id, NoteBeginning beginning, NoteKind kind, String text, String summary, CorrectionReason reason) {

    public NoteEntry {
        text = TypedText.of("text", text, CaseNote.TEXT_LENGTH);
        summary = TypedText.of("summary", summary, CaseNote.SUMMARY_LENGTH);
    }

    Rules rules(NoteSort sort) {
        return new Rules()
                .unless(text != null, () -> new AnswerMissing("text"))
                .unless((kind != null) == sort.hasKind(), () -> new AnswerMissing("kind"))
                .unless((reason != null) == (beginning.corrects() != null), () -> new AnswerMissing("reason"));
    }
}
