package org.himaye.consent;

import org.himaye.shared.BusinessException;

/** Nobody has agreed to this, or no longer. */
public class ConsentMissing extends BusinessException {

    public ConsentMissing(ConsentScope scope) {
        super(scope);
    }
}
