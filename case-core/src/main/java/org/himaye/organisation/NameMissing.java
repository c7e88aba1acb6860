package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** A colleague has a name. */
public class NameMissing extends BusinessException {

    public NameMissing() {
        super("name", new Object[0]);
    }
}
