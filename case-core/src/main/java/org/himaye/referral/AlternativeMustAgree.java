package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** In immediate danger, lack of places alone ends nothing until the named alternative has agreed. */
public class AlternativeMustAgree extends BusinessException {

    AlternativeMustAgree() {
        super("alternativeAgreed", new Object[0]);
    }
}
