package org.himaye.identification;

import java.util.List;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedRow;

/**
 * The set as the unit's officer may see it, and the unit's own decision. Nothing of the institution that cares for the person.
 *
 * @param complete BR-010, BR-011: what was sent makes the episode legally complete
 * @param decision null until decided
 */
public record SentSet(
        String number,
        String pseudonym,
        Revealed<IdentificationStatus> identificationStatus,
        RevealedRow set,
        boolean complete,
        RevealedRow decision,
        List<Purpose> purposes) {

    /** The officer may decide now. */
    public boolean open() {
        return decision == null;
    }
}
