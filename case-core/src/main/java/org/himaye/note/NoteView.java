package org.himaye.note;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedRow;

/**
 * One note as its reader may see it.
 *
 * @param by name of its author
 * @param own whether the reader wrote it
 * @param correctedAt when its author corrected it, or null
 * @param formerAt when the note was written that this one corrects, or null
 * @param reason why it corrects that, or null
 * @param attribute {@code table.attribute} beside whose changes it stands, or null
 * @param beside what stands beside it, the oldest first
 */
public record NoteView(
        UUID id,
        NoteSort sort,
        NoteKind kind,
        Instant at,
        String by,
        boolean own,
        Instant correctedAt,
        Instant formerAt,
        CorrectionReason reason,
        String attribute,
        RevealedRow row,
        List<NoteView> beside) {

    public Revealed<?> text() {
        return row.get(sort.text());
    }

    /** Of a health note; null for the other sorts. */
    public Revealed<?> summary() {
        return row.get(CaseNote.SUMMARY);
    }
}
