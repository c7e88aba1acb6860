package org.himaye.casefile;

import org.himaye.shared.BusinessException;

/** The chosen colleague is no active psychologist, medic or lawyer of this institution. */
public class NotASpecialist extends BusinessException {

    public NotASpecialist() {
        super("specialist", new Object[0]);
    }
}
