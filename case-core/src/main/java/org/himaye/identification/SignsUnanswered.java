package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** A finished form answers every sign; "not asked" is an answer (domain.md 3.3.6). */
public class SignsUnanswered extends BusinessException {

    public SignsUnanswered(Indicator sign) {
        super("findings." + sign, new Object[] {sign});
    }
}
