package org.himaye.intake;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;

/** The person and how to reach the person safely, as the reader may see it. */
public record PersonFile(CaseHeader header, RevealedRow person, List<RevealedRow> contacts, List<Purpose> purposes) {}
