package org.himaye.accesslog;

import java.time.Instant;

/**
 * How far the log is proven.
 *
 * @param state what can be said of it in one word
 * @param leaves how many entries the newest signed checkpoint covers; 0 before the first
 * @param sealedUntil time of the last event under it, or null
 * @param signedAt when it was signed, or last found to be still the newest; null before the first
 * @param witnessed how many entries the newest checkpoint covers that a witness outside has signed; 0 when none did
 * @param witnessedAt when that was, by the clock of the witness; null when none did
 * @param checked what the server found when it last looked by itself; null before the first night
 */
public record LogState(
        SealState state,
        long leaves,
        Instant sealedUntil,
        Instant signedAt,
        long witnessed,
        Instant witnessedAt,
        Checked checked) {

    /**
     * An own check of the last day.
     *
     * @param entries so many were held against their seals
     * @param wrong number of the first event that is not what was sealed; null where there is none, or its row is gone
     */
    public record Checked(Instant at, int entries, boolean sound, Long wrong) {}
}
