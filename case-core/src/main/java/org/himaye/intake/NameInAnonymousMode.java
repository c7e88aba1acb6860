package org.himaye.intake;

import org.himaye.shared.BusinessException;

/** Served without a name, and yet a name or birth was typed: nothing is emptied or dropped silently (BR-041). */
public class NameInAnonymousMode extends BusinessException {

    public NameInAnonymousMode() {
        super("anonymous", new Object[0]);
    }
}
