package org.himaye.unusual;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.accesslog.AccessTrail;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.RowContext;
import org.himaye.shared.Rules;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.TypedText;

/** Unusual accesses: kept by the machine, looked at and decided by auditors, never by the one whose accesses they are. */
@Stateless
@PermitAll
public class UnusualService {

    /** Lines of a page. */
    static final int ROWS = 25;

    /** Accesses that a page shows; the rest is counted. */
    static final int SHOWN = 50;

    @Inject
    private UnusualRepository rows;

    @Inject
    private AccessTrail trail;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private RowContext context;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Found(UnusualAccess row, UnusualRepository.Around around) {}

    /**
     * Keeps what was found on a day, and that it was looked at.
     *
     * @return how much of it was not known
     */
    @Act(value = Permission.UNUSUAL_FIND, action = Action.CREATE, targetless = true)
    public int keep(LocalDate day, List<Unusual> found) {
        context.enter(RowContext.Job.UNUSUAL);
        rows.lock();
        int known = 0;
        for (Unusual each : found) {
            if (rows.add(each, day, currentCaller.get().sub(), clock.instant())) {
                record.concerns(each.caseId(), null);
                known++;
            }
        }
        if (day.isBefore(clock.today())) {
            rows.lookedAt(day, known);
        }
        record.on(UnusualAccess.TABLE, null);
        record.forPurpose(Purpose.QUALITY_AUDIT);
        record.rows(known);
        return known;
    }

    /** One page, the latest found first, without those of the caller's own accesses. */
    @Act(value = Permission.UNUSUAL_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(NOT_SUPPORTED)
    public UnusualList list(UnusualQuery query, PageAsked page) {
        UnusualList list = transaction.read(() -> new UnusualList(rows.page(query, page, ROWS), rows.lookedUntil()));
        PageOf<UnusualLine> found = list.page();
        gate.list(
                found.rows().stream()
                        .filter(line -> line.caseId() != null)
                        .map(line -> new Link(line.caseId(), null))
                        .toList(),
                UnusualAccess.TABLE,
                found.rows().isEmpty() ? Map.of() : Map.of("rule", OPERATIONAL, "account", OPERATIONAL));
        record.rows(found.rows().size());
        return list;
    }

    /**
     * One of them with its events.
     *
     * @throws Refused when there is none, or it is about the reader's own accesses: the same answer
     */
    @Act(Permission.UNUSUAL_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public UnusualView open(UUID id) {
        Found found = transaction.read(() -> found(id));
        UnusualAccess row = found.row();
        AccessTrail.Found accesses = trail.of(row.caseId(), row.events(), row.firstAt(), row.lastAt(), SHOWN);
        note(row);
        accesses.links().forEach(link -> record.concerns(link.caseId(), link.personId()));
        trail.noteShown(true);
        record.rows(accesses.newest().size());
        List<RevealedRow> words = gate.open(facts(), null, List.of(row), each -> Set.of("words"));
        boolean decided = row.verdict() != null;
        return new UnusualView(
                line(found),
                row.version(),
                accesses.newest(),
                decided ? words.getFirst().get("words") : null,
                found.around().by(),
                decided ? row.updatedAt() : null,
                row.erased());
    }

    private Found found(UUID id) {
        return new Found(row(id), rows.around(id));
    }

    private UnusualAccess row(UUID id) {
        return Optional.ofNullable(id).flatMap(rows::find).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    private void note(UnusualAccess row) {
        record.on(UnusualAccess.TABLE, row.id());
        record.concerns(row.caseId(), null);
        record.forPurpose(Purpose.QUALITY_AUDIT);
    }

    private static UnusualLine line(Found found) {
        UnusualAccess row = found.row();
        return new UnusualLine(
                row.id(),
                row.createdAt(),
                row.rule(),
                row.cause(),
                row.account(),
                found.around().colleague(),
                row.day(),
                row.caseId(),
                row.caseNumber(),
                row.accesses(),
                row.usual(),
                row.verdict(),
                found.around().finding());
    }

    /** Without the case: its key is none of an auditor's. */
    private static PolicyFacts facts() {
        return new PolicyFacts(null, null, null, Set.of(Relation.ANY), Set.of());
    }

    /**
     * Says whether it is explained, with a sentence; once. Without one where its case was erased.
     *
     * @param version as the caller saw it
     * @throws Refused when there is none, or it is about the caller's own accesses
     * @throws VerdictStands when somebody did
     */
    @Act(value = Permission.UNUSUAL_DECIDE, action = Action.UPDATE)
    public void decide(UUID id, int version, UnusualVerdict verdict, String why) {
        UnusualAccess row = open(id, version);
        new Rules()
                .unless(verdict != null, () -> new AnswerMissing("verdict"))
                .unless(verdict != UnusualVerdict.ASKED, AskedInstead::new)
                .keep(() -> {
                    if (!row.erased()) {
                        words(why);
                    }
                })
                .hold();
        row.decide(verdict, currentCaller.get().sub(), clock.instant());
        gate.write(facts(), row, row.erased() ? Map.of() : Map.of("words", words(why)));
        record.field(UnusualAccess.TABLE, "verdict", OPERATIONAL);
    }

    private UnusualAccess open(UUID id, Integer version) {
        UnusualAccess row = row(id);
        note(row);
        if (row.verdict() != null) {
            throw new VerdictStands();
        }
        if (version != null) {
            ChangedMeanwhile.check(row, version);
        }
        return row;
    }

    /**
     * What a question about it is about, within the act of asking.
     *
     * @throws Refused when there is none, or it is about the caller's own accesses
     */
    @Act(Permission.UNUSUAL_READ)
    public UnusualSubject about(UUID id) {
        UnusualAccess row = row(id);
        note(row);
        return new UnusualSubject(
                row.account(), row.caseId(), row.caseNumber(), row.events(), row.firstAt(), row.lastAt(), row.erased());
    }

    /**
     * That a finding about {@link #about} goes on with it, within the act of asking.
     *
     * @throws Refused when there is none, or it is about the caller's own accesses
     * @throws VerdictStands when somebody said something of it
     */
    @Act(value = Permission.UNUSUAL_DECIDE, action = Action.UPDATE)
    public void asked(UUID id, UUID finding) {
        UnusualAccess row = open(id, null);
        row.ask(finding, currentCaller.get().sub(), clock.instant());
        record.field(UnusualAccess.TABLE, "verdict", OPERATIONAL);
    }

    private static String words(String typed) {
        String words = TypedText.of("words", typed, UnusualAccess.WORDS_LENGTH);
        new Rules()
                .unless(
                        words != null && words.length() >= UnusualAccess.WORDS_SHORTEST,
                        () -> new ExplanationTooShort(UnusualAccess.WORDS_SHORTEST))
                .hold();
        return words;
    }
}
