package org.himaye.intake;

import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.RevealedRow;

/** One part opened for writing, with the case's head. */
public record PartRow(CaseHeader header, RevealedRow row) {}
