package org.himaye.accesslog;

import org.himaye.shared.BusinessException;

/** There is no proof to take away: the event waits for a signature, or does not fit what was sealed. */
public class NothingToProve extends BusinessException {

    NothingToProve() {
        super();
    }
}
