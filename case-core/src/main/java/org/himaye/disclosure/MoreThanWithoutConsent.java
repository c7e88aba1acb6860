package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** A law or a decision brings less than the person's word (domain.md 4.4: without consent less). */
public class MoreThanWithoutConsent extends BusinessException {

    MoreThanWithoutConsent() {
        super("fields", new Object[0]);
    }
}
