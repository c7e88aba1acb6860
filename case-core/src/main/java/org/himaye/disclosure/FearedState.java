package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The person fears this state: its embassy gets nothing (domain.md 4.4). */
public class FearedState extends BusinessException {

    FearedState() {
        super("fearsState", new Object[0]);
    }
}
