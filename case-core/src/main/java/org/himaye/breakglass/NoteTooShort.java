package org.himaye.breakglass;

import org.himaye.shared.BusinessException;

/** A verdict takes a sentence. The argument is the fewest characters it takes. */
public class NoteTooShort extends BusinessException {

    NoteTooShort(int shortest) {
        super("reviewNote", new Object[] {shortest});
    }
}
