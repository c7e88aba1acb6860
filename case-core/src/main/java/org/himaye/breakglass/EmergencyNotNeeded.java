package org.himaye.breakglass;

import org.himaye.shared.BusinessException;

/** What was asked for is open to the caller without emergency access. */
public class EmergencyNotNeeded extends BusinessException {

    EmergencyNotNeeded() {
        super("classes", new Object[] {});
    }
}
