package org.himaye.restriction;

import java.util.Arrays;
import java.util.List;

/** What a restriction does with the persons it names. */
public enum RestrictionKind {
    /** Only they meet the case. */
    SEALED,
    /** Only they meet the case, by an order. */
    SUSPENDED,
    /** They do not meet the case. */
    BARRED;

    public List<RestrictionReason> reasons() {
        return Arrays.stream(RestrictionReason.values())
                .filter(each -> each.kind() == this)
                .toList();
    }
}
