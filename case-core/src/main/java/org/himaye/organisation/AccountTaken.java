package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** The account name belongs to a colleague. */
public class AccountTaken extends BusinessException {

    public AccountTaken() {
        super("account", new Object[0]);
    }
}
