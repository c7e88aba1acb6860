package org.himaye.accesslog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.DataClass;

/** Sets of events, for capabilities that are about the log. Their act says that they were read. */
@Dependent
public class AccessTrail {

    /** Whose attributes the policy and the log name. */
    public static final String TABLE = "access_event";

    private static final List<String> SHOWN = List.of("actor", "at", "act", "fields", "classes", "purpose", "outcome");

    @Inject
    private AccessLogRepository log;

    @Inject
    private ActRecord record;

    /**
     * Names in the running act what a page of events shows of each.
     *
     * @param reasons whether it says why something was refused
     */
    public void noteShown(boolean reasons) {
        SHOWN.forEach(attribute -> record.field(TABLE, attribute, DataClass.AUDIT));
        if (reasons) {
            record.field(TABLE, "reason", DataClass.AUDIT);
        }
    }

    /**
     * Events that belong together.
     *
     * @param caseId the case by which they were asked for, or null
     * @param events their numbers, the newest first
     * @param complete false when more fit
     * @param newest as many as a page shows
     * @param links the cases that these name
     */
    public record Found(
            UUID caseId,
            List<Long> events,
            Instant first,
            Instant last,
            boolean complete,
            List<AccessEntry> newest,
            List<Link> links) {}

    /**
     * A page of events.
     *
     * @param links the cases that they name
     */
    public record Part(AccessList list, List<Link> links) {}

    /** The part of the log that a query asks for. */
    public Part part(AccessQuery query, int size) {
        return part(log.page(query, size));
    }

    /** As {@link #part(AccessQuery, int)}, of the daily work of an institution's staff. */
    public Part partOfHouse(AccessQuery query, UUID institution, int size) {
        return part(log.pageOfHouse(query, institution, size));
    }

    private static Part part(AccessLogRepository.Found found) {
        return new Part(found.list(), found.links());
    }

    /**
     * The newest events that fit a query; the page it asks for counts for nothing.
     *
     * @throws NotACaseNumber when the number's check character is wrong
     */
    public Found newest(AccessQuery query, int most, int shown) {
        AccessQuery normal = query.checked();
        UUID caseId = normal.number() == null
                ? null
                : log.known(normal.number()).map(AccessLogRepository.Known::id).orElse(null);
        List<AccessQuery.Cursor> places = log.places(normal, most + 1);
        boolean complete = places.size() <= most;
        List<AccessQuery.Cursor> kept = complete ? places : places.subList(0, most);
        if (kept.isEmpty()) {
            return new Found(caseId, List.of(), null, null, true, List.of(), List.of());
        }
        List<Long> events = kept.stream().map(AccessQuery.Cursor::sequence).toList();
        return found(caseId, events, kept.getLast().at(), kept.getFirst().at(), complete, shown);
    }

    /** Events by their numbers, all of which lie within a time. */
    public Found of(UUID caseId, List<Long> events, Instant first, Instant last, int shown) {
        return found(caseId, events, first, last, true, shown);
    }

    private Found found(UUID caseId, List<Long> events, Instant first, Instant last, boolean complete, int shown) {
        AccessLogRepository.Found page = log.numbered(events, first, last, shown);
        return new Found(caseId, events, first, last, complete, page.list().rows(), page.links());
    }
}
