package org.himaye.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.shared.Translated;

/**
 * What stands on a case about another institution, until the person takes it back or the agreement runs out.
 *
 * @param state ASKED or LINKED: what was declined is as what nobody answered
 * @param since when it was linked, or asked
 * @param until last day of what the person agreed to in this house
 */
public record LinkRow(UUID id, Translated institution, LinkState state, Instant since, LocalDate until) {}
