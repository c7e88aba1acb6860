package org.himaye.accesslog;

import org.himaye.shared.BusinessException;

/** The auditor typed something that is no case number; told before any lookup. */
public class NotACaseNumber extends BusinessException {

    public NotACaseNumber() {
        super("number", new Object[0]);
    }
}
