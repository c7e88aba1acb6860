package org.himaye.confidentiality;

import jakarta.ejb.ApplicationException;

/** The access could not be recorded, so nothing is shown: answered as 503. */
@ApplicationException(rollback = true)
public class LogUnavailable extends RuntimeException {

    public LogUnavailable(Throwable cause) {
        super("the access log cannot be written", cause);
    }
}
