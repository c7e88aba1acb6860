package org.himaye.consent;

import org.himaye.shared.BusinessException;

/** A child is heard, but a guardian, the guardianship body or a court gives the consent. */
public class ChildNeedsGuardian extends BusinessException {

    public ChildNeedsGuardian() {
        super("givenBy", new Object[0]);
    }
}
