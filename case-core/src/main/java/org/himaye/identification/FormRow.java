package org.himaye.identification;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.RevealedRow;

/**
 * A row opened for a form, with the case's head.
 *
 * @param row an empty one with a fresh id when nothing was saved yet
 * @param child the rules for a child count
 * @param closed the form is finished and only to be read
 * @param told what was told before ({@link ToldBefore}), or null
 */
public record FormRow(CaseHeader header, RevealedRow row, boolean child, boolean closed, RevealedRow told) {

    /** Codes that were told before and are not confirmed; never null. */
    public <E extends Enum<E>> List<E> toldOf(String attribute, Class<E> codes) {
        return told == null ? List.of() : told.list(attribute, codes);
    }
}
