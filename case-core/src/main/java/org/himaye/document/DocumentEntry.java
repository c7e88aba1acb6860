package org.himaye.document;

import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What the form says of a file; of the file itself neither name nor type.
 *
 * @param id made by the form, so that a double click makes one document
 * @param dataClass a stricter one than the kind has, or null
 * @param redacts the original, of which the file is a copy for others; or null
 */
public record DocumentEntry(UUID id, DocumentKind kind, String title, DataClass dataClass, UUID redacts) {

    public DocumentEntry {
        title = TypedText.of("title", title, CaseDocument.TITLE_LENGTH);
    }

    /** @throws AnswerMissing or {@link DocumentClassNotStricter}, both when both are so */
    public void complete() {
        new Rules()
                .unless(redacts != null || kind != null, () -> new AnswerMissing("kind"))
                .unless(title != null, () -> new AnswerMissing("title"))
                .unless(kind == null || dataClass == null || kind.allows(dataClass), DocumentClassNotStricter::new)
                .hold();
    }
}
