package org.himaye.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Choosable;

/**
 * A colleague on the list of a review.
 *
 * @param lastSignIn null when there was none
 */
public record RightsLine(UUID sub, int version, String name, Role role, Instant lastSignIn) implements Choosable {

    /** Name, job and last sign-in. */
    @Override
    public Object label() {
        List<Object> parts = new ArrayList<>(List.of(name, role));
        if (lastSignIn != null) {
            parts.add(lastSignIn);
        }
        return parts;
    }

    @Override
    public String toString() {
        return sub.toString();
    }
}
