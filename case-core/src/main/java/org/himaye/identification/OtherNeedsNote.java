package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The purpose "other" was chosen and nothing says what it was. */
public class OtherNeedsNote extends BusinessException {

    public OtherNeedsNote() {
        super("note", new Object[0]);
    }
}
