package org.himaye.note;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.shared.PageOf;

/**
 * The notes of a case as their reader may see them, the newest first.
 *
 * @param writable sorts that the reader may write
 * @param purposes what the reader may choose to see more
 */
public record NotesView(CaseHeader header, PageOf<NoteView> page, List<NoteSort> writable, List<Purpose> purposes) {}
