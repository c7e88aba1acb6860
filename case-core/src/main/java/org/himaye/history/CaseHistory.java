package org.himaye.history;

import java.time.Instant;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedChange;
import org.himaye.shared.PageOf;

/**
 * What was changed in a case, the newest first.
 *
 * @param purposes what the reader may choose to see more
 */
public record CaseHistory(CaseHeader header, PageOf<Change> page, List<Purpose> purposes) {

    /**
     * One attribute changed once.
     *
     * @param by name of the colleague, or null when it was the machine
     */
    public record Change(Instant at, String by, RevealedChange value) {}
}
