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

/** The purposes that a reader has chosen since sign-in and that still run, by the mark in the address of their page. */
@SessionScoped
public class ChosenPurposes implements Serializable {

    static final Duration LASTS = Duration.ofMinutes(15);

    /** More pages than this are not open at once; the oldest ends. */
    private static final int LIMIT = 20;

    /**
     * @param page address without the mark: a purpose opens this page of this record and no other
     * @param caseId the case that was shown under it, or null
     */
    record Chosen(String page, Purpose purpose, Instant since, UUID caseId, UUID personId) implements Serializable {

        Instant until() {
            return since.plus(LASTS);
        }
    }

    private final Map<String, Chosen> byMark = new LinkedHashMap<>();

    /** Returns the mark under which it is found again. */
    synchronized String choose(String page, Purpose purpose, Instant now) {
        String mark = UUID.randomUUID().toString();
        byMark.put(mark, new Chosen(page, purpose, now, null, null));
        if (byMark.size() > LIMIT) {
            byMark.remove(byMark.keySet().iterator().next());
        }
        return mark;
    }

    /** Empty when nothing was chosen for this page, when it is over or was ended. */
    synchronized Optional<Chosen> find(String mark, String page, Instant now) {
        return Optional.ofNullable(byMark.get(mark))
                .filter(chosen -> chosen.page().equals(page) && chosen.until().isAfter(now));
    }

    /** For what belongs to a page and comes by itself, as a picture: what was chosen for the page, or null. */
    public Purpose of(String mark, String page) {
        return mark == null
                ? null
                : find(mark, page, Instant.now()).map(Chosen::purpose).orElse(null);
    }

    /** Notes the case that was shown. */
    synchronized void shown(String mark, UUID caseId, UUID personId) {
        byMark.computeIfPresent(
                mark, (same, chosen) -> new Chosen(chosen.page(), chosen.purpose(), chosen.since(), caseId, personId));
    }

    synchronized void end(String mark) {
        byMark.remove(mark);
    }
}
