package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** For an adult nobody else decides. */
public class GuardianForChildOnly extends BusinessException {

    GuardianForChildOnly() {
        super("ground", new Object[0]);
    }
}
