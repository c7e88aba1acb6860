package org.himaye.breakglass;

import org.himaye.shared.BusinessException;

/** An emergency access is reviewed when it is over, so that all of it is seen. */
public class StillRunning extends BusinessException {

    StillRunning() {
        super();
    }
}
