package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The guardian is suspected or has interests of her own: her word does not count, an authority's or a court's does (domain.md 2.11, 4.4). */
public class GuardianInConflict extends BusinessException {

    GuardianInConflict() {
        super("guardianConflict", new Object[0]);
    }
}
