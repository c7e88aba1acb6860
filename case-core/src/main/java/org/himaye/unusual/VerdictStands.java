package org.himaye.unusual;

import org.himaye.shared.BusinessException;

/** Somebody has said something of this unusual access meanwhile, and that stays. */
public class VerdictStands extends BusinessException {

    VerdictStands() {
        super();
    }
}
