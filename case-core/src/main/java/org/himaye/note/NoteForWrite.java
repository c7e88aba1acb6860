package org.himaye.note;

import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.DataClass;

/**
 * The form as it opens.
 *
 * @param dataClass of what will be typed
 * @param former the note that is corrected, or beside which the new one will stand; null for neither
 */
public record NoteForWrite(CaseHeader header, NoteSort sort, DataClass dataClass, NoteView former) {}
