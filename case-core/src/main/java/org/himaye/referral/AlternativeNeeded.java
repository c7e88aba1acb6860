package org.himaye.referral;

import org.himaye.shared.BusinessException;

/** A decline names where the person can go instead (domain.md 2.2). */
public class AlternativeNeeded extends BusinessException {

    AlternativeNeeded() {
        super("alternative", new Object[0]);
    }
}
