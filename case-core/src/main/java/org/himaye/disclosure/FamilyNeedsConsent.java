package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** To the family nothing goes without consent, of a child nothing without the guardian (domain.md 4.4). */
public class FamilyNeedsConsent extends BusinessException {

    FamilyNeedsConsent() {
        super("ground", new Object[0]);
    }
}
