package org.himaye.consent;

import org.himaye.shared.BusinessException;

/** Who interpreted has a part in the person's story: the answer does not count and is asked again with somebody else. */
public class InterpreterIsParty extends BusinessException {

    public InterpreterIsParty() {
        super("interpreterIsParty", new Object[0]);
    }
}
