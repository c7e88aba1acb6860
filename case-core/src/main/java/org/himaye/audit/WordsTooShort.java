package org.himaye.audit;

import org.himaye.shared.BusinessException;

/** A question, an answer and a verdict take a sentence. The argument is the fewest characters it takes. */
public class WordsTooShort extends BusinessException {

    WordsTooShort(int shortest) {
        super("words", new Object[] {shortest});
    }
}
