package org.himaye.casefile;

import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Revealed;

/**
 * One line of "what happened".
 *
 * @param reached shown or masked; a step of which the reader is shown nothing is not on the page
 * @param byName the colleague's, or null
 */
public record StatusStep(UUID id, StepKind kind, Revealed<Reached> reached, Instant at, String byName) {

    /**
     * @param state code, or null when only the step itself is told
     * @param reason code, or null
     */
    public record Reached(String state, String reason) {}
}
