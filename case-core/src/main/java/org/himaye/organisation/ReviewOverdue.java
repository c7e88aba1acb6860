package org.himaye.organisation;

import java.time.Instant;
import org.himaye.shared.Translated;

/**
 * An institution whose rights nobody has looked at in time.
 *
 * @param supervised false when nobody there can sign: the privacy officer does
 */
public record ReviewOverdue(Translated institution, Instant dueAt, boolean supervised) {}
