package org.himaye.consent;

import org.himaye.shared.BusinessException;

/** Somebody interpreted: whether he has a part in the story decides if the answer counts (domain.md 2.7). */
public class InterpreterNotAsked extends BusinessException {

    public InterpreterNotAsked() {
        super("interpreterIsParty", new Object[0]);
    }
}
