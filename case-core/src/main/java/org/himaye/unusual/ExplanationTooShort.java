package org.himaye.unusual;

import org.himaye.shared.BusinessException;

/** A verdict takes a sentence. The argument is the fewest characters it takes. */
public class ExplanationTooShort extends BusinessException {

    ExplanationTooShort(int shortest) {
        super("words", new Object[] {shortest});
    }
}
