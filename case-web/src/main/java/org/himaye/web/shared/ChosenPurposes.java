package org.himaye.web.shared;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.Purpose;

/** The purposes that a reader has chosen since sign-in and that still run: one for each record, of which the case is the one that most pages are of. */
@SessionScoped
public class ChosenPurposes implements Serializable {

    static final Duration LASTS = Duration.ofMinutes(30);

    /** Nobody works on more at once; what was chosen first ends. */
    private static final int LIMIT = 20;

    /**
     * @param caseId the case that was shown under it, or null
     */
    record Chosen(Purpose purpose, Instant since, UUID caseId, UUID personId) implements Serializable {

        Instant until() {
            return since.plus(LASTS);
        }
    }

    private final Map<String, Chosen> byRecord = new LinkedHashMap<>();

    /**
     * Takes the place of what was chosen for the record before.
     *
     * @param record the number by which the address names it
     */
    synchronized void choose(String record, Purpose purpose, Instant now) {
        byRecord.remove(record);
        byRecord.put(record, new Chosen(purpose, now, null, null));
        if (byRecord.size() > LIMIT) {
            byRecord.remove(byRecord.keySet().iterator().next());
        }
    }

    /** Empty when nothing was chosen for this record, when it is over or was ended. */
    synchronized Optional<Chosen> find(String record, Instant now) {
        return Optional.ofNullable(byRecord.get(record))
                .filter(chosen -> chosen.until().isAfter(now));
    }

    /** For what belongs to a page and comes by itself, as a picture: what was chosen for the record, or null. */
    public Purpose of(String record) {
        return find(record, Instant.now()).map(Chosen::purpose).orElse(null);
    }

    /** Notes the case that was shown. */
    synchronized void shown(String record, UUID caseId, UUID personId) {
        byRecord.computeIfPresent(
                record, (same, chosen) -> new Chosen(chosen.purpose(), chosen.since(), caseId, personId));
    }

    synchronized void end(String record) {
        byRecord.remove(record);
    }
}
