package org.himaye.draft;

import java.time.Instant;

/**
 * What somebody typed and did not send, opened for its author.
 *
 * @param form id of the form
 * @param keptAt when it was last kept
 * @param fields as it was kept
 */
public record UnsentText(String form, Instant keptAt, String fields) {

    @Override
    public String toString() {
        return "UnsentText[" + form + "]";
    }
}
