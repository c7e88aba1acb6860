package org.himaye.search;

import java.util.List;
import org.himaye.casefile.CaseHit;

/**
 * What was found.
 *
 * @param hits the nearest first; empty when there is nothing, or nothing for the caller: the same answer (BR-006)
 * @param more whether there is more than is shown, among what the caller may open
 * @param missing whether somebody of these cannot be found by a name yet
 */
public record SearchAnswer(List<CaseHit> hits, boolean more, boolean missing) {}
