package org.himaye.confidentiality;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How much one person may take within an hour. A port, as {@link AccessRecorder}: the log itself is the count. */
public interface Quotas {

    enum Kind {
        /** Cases whose data was shown after a purpose was chosen; the same one again counts once. */
        REVEAL,
        SEARCH,
        EXPORT,
        /** Files that somebody sends, taken or not. */
        UPLOAD
    }

    /**
     * @param caseId the case to be shown, or null
     * @return when the person may go on; empty for now
     * @throws LogUnavailable when the log cannot be asked: then nothing is shown
     */
    Optional<Instant> goesOn(UUID person, Kind kind, UUID caseId);

    /** @throws QuotaReached when the person has had as much as an hour gives */
    default void require(Caller caller, Kind kind, UUID caseId) {
        goesOn(caller.sub(), kind, caseId).ifPresent(when -> {
            throw new QuotaReached(when);
        });
    }
}
