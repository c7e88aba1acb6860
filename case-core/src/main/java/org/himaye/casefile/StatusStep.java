package org.himaye.casefile;

import java.time.Instant;

/** One line of "what happened": codes, time, and the colleague's name. */
public record StatusStep(String entity, String from, String to, String reason, Instant at, String byName) {}
