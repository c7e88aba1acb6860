package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** An account name has 3 to 32 small letters, digits and dots and begins with a letter. */
public class AccountNameNotRight extends BusinessException {

    public AccountNameNotRight() {
        super("account", new Object[0]);
    }
}
