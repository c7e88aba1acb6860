package org.himaye.assessment;

import org.himaye.casefile.CaseHeader;

/** The form as it opens: the draft, or a new one that starts from the last answers, so that nobody is asked twice. */
public record NeedsForEdit(CaseHeader header, NeedsEntry entry) {}
