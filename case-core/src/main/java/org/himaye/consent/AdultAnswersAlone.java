package org.himaye.consent;

import org.himaye.shared.BusinessException;

/** An adult answers without anybody else; only a court may have decided otherwise (domain.md 2.1). */
public class AdultAnswersAlone extends BusinessException {

    public AdultAnswersAlone() {
        super("givenBy", new Object[0]);
    }
}
