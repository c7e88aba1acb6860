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
 */
public record LogState(
        SealState state, long leaves, Instant sealedUntil, Instant signedAt, long witnessed, Instant witnessedAt) {}
