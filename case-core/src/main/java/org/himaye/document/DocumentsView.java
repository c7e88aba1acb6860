package org.himaye.document;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.shared.PageOf;

/**
 * The documents of a case as their reader may see them, the newest first.
 *
 * @param adds whether the reader may upload some kind
 * @param purposes what the reader may choose to see more
 */
public record DocumentsView(CaseHeader header, PageOf<DocumentView> page, boolean adds, List<Purpose> purposes) {}
