package org.himaye.accesslog;

import org.himaye.shared.BusinessException;

/** Not the seed of a sample of this log. */
public class SeedWrong extends BusinessException {

    SeedWrong() {
        super("seed", new Object[0]);
    }
}
