package org.himaye.accesslog;

import static org.himaye.confidentiality.DataClass.AUDIT;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessEvent.Outcome;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.KeyedHash;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.CheckedNumber;

/**
 * The auditor's desk. He reads who did what to which case and never a value; his own reading is recorded like everybody's, with
 * every case that his page names.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessLogService {

    /** Rows of one page. */
    public static final int PAGE = 50;

    /** Days of the chart when no first day is asked for, and the most it shows. */
    static final int CHART_DAYS = 14;

    static final int CHART_LIMIT = 31;

    /** How far back the start page counts refusals. */
    static final int REFUSAL_DAYS = 7;

    @Inject
    private KeyedHash hash;

    @Inject
    private AccessLogRepository log;

    @Inject
    private AccessTrail trail;

    @Inject
    private ProofRepository stored;

    @Inject
    private ActRecord record;

    @Inject
    private BusinessClock clock;

    /**
     * One page of events, newest first, with their count, the accesses a day and how far the log is proven.
     *
     * @throws NotACaseNumber when the number's check character is wrong
     * @throws FilterTooWide as everything here that takes a query
     */
    @Act(value = Permission.ACCESSLOG_READ, action = Action.LIST, targetless = true)
    public AccessDesk list(AccessQuery query) {
        AccessQuery normal = query.checked();
        LocalDate last = normal.to() == null ? clock.today() : normal.to();
        LocalDate first = normal.from() == null ? last.minusDays(CHART_DAYS - 1L) : normal.from();
        LocalDate drawn = first.isBefore(last.minusDays(CHART_LIMIT - 1L)) ? last.minusDays(CHART_LIMIT - 1L) : first;
        AccessPicture picture = drawn.isAfter(last) ? AccessPicture.none() : log.picture(normal.between(drawn, last));
        return new AccessDesk(
                recorded(log.page(normal, PAGE)), picture, stored.proofs().state(clock.instant()));
    }

    /**
     * Whether one event is still what was sealed, and under which signature.
     *
     * @param place null for none
     * @throws Refused when there is no such event
     */
    @Act(Permission.ACCESSLOG_READ)
    public EventProof prove(AccessQuery.Cursor place) {
        AccessLogRepository.Found found = log.event(place);
        if (found.list().rows().isEmpty()) {
            throw new Refused(AccessReason.UNKNOWN);
        }
        AccessEntry entry = recorded(found).rows().getFirst();
        record.on(AccessTrail.TABLE, entry.id());
        return stored.proofs().check(entry);
    }

    /**
     * As {@link #prove}, to be taken away and checked elsewhere.
     *
     * @throws NothingToProve when the check does not hold
     */
    @Act(value = Permission.ACCESSLOG_READ, action = Action.DOWNLOAD)
    public EventProof takeProof(AccessQuery.Cursor place) {
        EventProof proof = prove(place);
        if (proof.text() == null) {
            throw new NothingToProve();
        }
        return proof;
    }

    /**
     * Everybody who touched a case, and every access to it.
     *
     * @throws Refused for a number that is none or belongs to no case
     */
    @Act(Permission.ACCESSLOG_READ)
    public CaseAccesses ofCase(String number, AccessQuery.Page page) {
        String normal = CheckedNumber.parse('V', number);
        if (normal == null) {
            throw new Refused(AccessReason.WRONG_NUMBER);
        }
        AccessLogRepository.Known known = log.known(normal).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        UUID caseId = known.id();
        record.concerns(caseId, null);
        record.on("case_file", caseId);
        AccessLogRepository.Found accesses = log.page(AccessQuery.ofCase(normal, page), PAGE);
        AccessLogRepository.People people = log.people(caseId);
        return new CaseAccesses(normal, known.end(), people.people(), people.complete(), recorded(accesses));
    }

    /**
     * The events that fit the query, to be taken away as a file. At most {@link AccessExport#LIMIT}.
     *
     * @throws NotACaseNumber when the number's check character is wrong
     */
    @Act(value = Permission.ACCESSLOG_EXPORT, action = Action.EXPORT, targetless = true)
    public AccessExport export(AccessQuery query) {
        AccessLogRepository.Extent extent = log.extent(query.checked(), AccessExport.LIMIT);
        name(extent.links());
        record.rows(extent.rows());
        return new AccessExport(
                extent.rows(),
                extent.complete(),
                row -> log.stream(query.checked(), extent.settled(), extent.rows(), row));
    }

    /**
     * Of the newest events that fit the query, at most {@link ProofExport#LIMIT}, a proof each against the newest signed checkpoint.
     *
     * @throws NotACaseNumber when the number's check character is wrong
     * @throws NothingToProve when no such event is under a signature
     */
    @Act(value = Permission.ACCESSLOG_EXPORT, action = Action.EXPORT, targetless = true)
    public ProofExport exportProofs(AccessQuery query) {
        LogProofs proofs = stored.proofs();
        SignedCheckpoint newest = proofs.newest();
        AccessLogRepository.Selection selection = log.selection(query.checked(), newest.size(), ProofExport.LIMIT);
        if (selection.places().isEmpty()) {
            throw new NothingToProve();
        }
        name(selection.links());
        record.rows(selection.places().size());
        return new ProofExport(each -> proofs.write(selection.places(), newest, each));
    }

    /**
     * Draws a sample of the events that fit the query and are under a signature.
     *
     * @param seed as a sample told it, or null for a new one by the server's lot; it is in the event of this act
     * @throws NotACaseNumber when the number's check character is wrong
     * @throws SeedWrong when it is none, or of events that are not there yet
     * @throws SampleSizeWrong unless it is 1 to {@link AccessSample#MOST}
     * @throws TooManyToDrawFrom when so many events fit that not each would have its chance
     */
    @Act(value = Permission.ACCESSLOG_READ, action = Action.LIST, targetless = true)
    public AccessSample sample(AccessQuery query, int size, String seed) {
        Drawn drawn = draw(query, size, seed);
        AccessList rows = recorded(log.at(drawn.of().places(), AccessEntry.NUMBERS));
        return new AccessSample(drawn.seed().toString(), drawn.of().fitting(), rows.rows());
    }

    /**
     * As {@link #sample}, to be taken away as a file.
     *
     * @param seed never null
     */
    @Act(value = Permission.ACCESSLOG_EXPORT, action = Action.EXPORT, targetless = true)
    public AccessExport exportSample(AccessQuery query, int size, String seed) {
        Drawn drawn = draw(query, size, known(seed));
        AccessList rows = recorded(log.at(drawn.of().places(), Integer.MAX_VALUE));
        return new AccessExport(rows.rows().size(), true, rows.rows()::forEach);
    }

    /**
     * As {@link #exportSample}, a proof for each event.
     *
     * @throws NothingToProve when no event fits
     */
    @Act(value = Permission.ACCESSLOG_EXPORT, action = Action.EXPORT, targetless = true)
    public ProofExport exportSampleProofs(AccessQuery query, int size, String seed) {
        Drawn drawn = draw(query, size, known(seed));
        if (drawn.of().places().isEmpty()) {
            throw new NothingToProve();
        }
        LogProofs proofs = stored.proofs();
        SignedCheckpoint newest = proofs.newest();
        recorded(log.at(drawn.of().places(), Integer.MAX_VALUE));
        return new ProofExport(each -> proofs.write(drawn.of().places(), newest, each));
    }

    private String mark(String text) {
        return hash.of(KeyedHash.Use.SEED, text);
    }

    private String known(String seed) {
        return SampleSeed.parse(seed, this::mark).toString();
    }

    private record Drawn(SampleSeed seed, AccessLogRepository.Drawn of) {}

    private Drawn draw(AccessQuery query, int size, String typed) {
        if (size < 1 || size > AccessSample.MOST) {
            throw new SampleSizeWrong(AccessSample.MOST);
        }
        AccessQuery normal = query.checked();
        long signed = log.signedUntil();
        SampleSeed seed = typed == null || typed.isBlank()
                ? SampleSeed.random(signed, this::mark)
                : SampleSeed.parse(typed, this::mark);
        if (seed.until() > signed) {
            throw new SeedWrong();
        }
        record.field("access_sample", seed.toString(), AUDIT);
        // Whether two samples were drawn from the same filter can be told by it, and not what was typed there.
        record.asked(hash.of(KeyedHash.Use.QUERY, size + " " + normal));
        AccessLogRepository.Drawn drawn = log.draw(normal, seed, size);
        if (drawn.fitting() > AccessSample.MOST_FITTING) {
            throw new TooManyToDrawFrom(AccessSample.MOST_FITTING);
        }
        return new Drawn(seed, drawn);
    }

    /** How many accesses were refused in the last seven days, today included; for the start page. */
    @Act(value = Permission.ACCESSLOG_READ, targetless = true)
    public RecentRefusals recentRefusals() {
        LocalDate since = clock.today().minusDays(REFUSAL_DAYS - 1L);
        AccessQuery refused =
                new AccessQuery(null, null, null, null, Outcome.DENIED, null, null, null, null, since, null, null);
        record.forPurpose(Purpose.QUALITY_AUDIT);
        record.field(AccessTrail.TABLE, "outcome", AUDIT);
        return new RecentRefusals(log.count(refused), since);
    }

    private AccessList recorded(AccessLogRepository.Found found) {
        name(found.links());
        record.rows(found.list().rows().size());
        return found.list();
    }

    private void name(List<Link> links) {
        record.forPurpose(Purpose.QUALITY_AUDIT);
        links.forEach(link -> record.concerns(link.caseId(), link.personId()));
        trail.noteShown(true);
    }
}
