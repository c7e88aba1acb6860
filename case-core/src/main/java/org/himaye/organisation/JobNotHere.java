package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** The institution does not have this job. */
public class JobNotHere extends BusinessException {

    public JobNotHere() {
        super("role", new Object[0]);
    }
}
