package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** With this ground a request of this kind is not narrowed. */
public class GroundNotForKind extends BusinessException {

    GroundNotForKind() {
        super("grounds", new Object[0]);
    }
}
