package org.himaye.unusual;

import org.himaye.shared.BusinessException;

/** That somebody is asked is said by asking. */
public class AskedInstead extends BusinessException {

    AskedInstead() {
        super("verdict", new Object[] {});
    }
}
