package org.himaye.identification;

import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.RevealedRow;

/**
 * A row opened for a form, with the case's head.
 *
 * @param row an empty one with a fresh id when nothing was saved yet
 * @param child the rules for a child count
 * @param closed the form is finished and only to be read
 */
public record FormRow(CaseHeader header, RevealedRow row, boolean child, boolean closed) {}
