package org.himaye.document;

import org.himaye.casefile.CaseHeader;

/** The form in which a document is withdrawn, as it opens. */
public record DocumentForWithdraw(CaseHeader header, DocumentView document) {}
