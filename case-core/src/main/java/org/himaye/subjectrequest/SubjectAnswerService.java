package org.himaye.subjectrequest;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.himaye.accesslog.PersonAccesses;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.search.NameWord;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/**
 * Makes what the person gets: her data without the names of others, and the list of who saw it. Before another person decided, that person
 * alone sees it; afterwards whoever brings it to her. When she has it, nobody makes it again (domain.md 4.8).
 */
@Stateless
@PermitAll
public class SubjectAnswerService {

    @Inject
    private SubjectRequestRepository rows;

    @Inject
    private AnswerRepository contents;

    @Inject
    private PersonAccesses accesses;

    @Inject
    private CaseAccess access;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    /**
     * The answer. One act, whatever is in it; it is a print when she wants a paper.
     *
     * @throws Refused when there is no such request in this case, or it is not the caller's turn: the same answer
     */
    @Act(Permission.SUBJECTREQUEST_ANSWER)
    @TransactionAttribute(NOT_SUPPORTED)
    public SubjectAnswer answer(CaseNumber number, UUID id) {
        record Found(CaseFacts facts, SubjectRequest row, Map<Row, AnswerPart> rows) {}
        Found found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            SubjectRequest row = require(facts, id);
            return new Found(
                    facts, row, tells(row) ? contents.rows(facts.caseId(), facts.personId(), until(row)) : Map.of());
        });
        SubjectRequest row = found.row();
        begin(row);
        List<Row> inOrder = List.copyOf(found.rows().keySet());
        Function<Row, Set<String>> attributes =
                each -> new LinkedHashSet<>(found.rows().get(each).attributes());
        List<RevealedRow> opened =
                gate.give(found.facts().policy(), row, "hiddenNames", NameWord::beginning, inOrder, attributes);
        return new SubjectAnswer(
                row.id(),
                number.text(),
                row.kind(),
                row.receivedOn(),
                row.outcome(),
                row.grounds(),
                row.form(),
                row.language(),
                preview(row),
                parts(inOrder, opened, found.rows()),
                contents.whole(found.rows()));
    }

    /** What another person looked at goes, and nothing that was recorded after it. */
    private Instant until(SubjectRequest row) {
        return row.decidedAt() == null ? clock.instant() : row.decidedAt();
    }

    /** Her data goes to her unless all of it is refused. */
    private static boolean tells(SubjectRequest row) {
        return row.kind().asksForFile() && row.outcome() != RequestOutcome.REFUSED;
    }

    private void begin(SubjectRequest row) {
        record.on(SubjectRequest.TABLE, row.id());
        if (row.form() == AnswerForm.ON_PAPER && !preview(row)) {
            record.as(Action.PRINT);
        }
    }

    private SubjectRequest require(CaseFacts facts, UUID id) {
        SubjectRequest row = rows.find(id)
                .filter(each -> each.belongsTo(facts.caseId()))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        boolean hers = row.deliverable()
                && !row.outdated(clock.instant())
                && currentCaller.get().may(Permission.SUBJECTREQUEST_HANDLE);
        boolean decides = preview(row)
                && currentCaller.get().may(Permission.SUBJECTREQUEST_DECIDE)
                && row.mayDecide(currentCaller.get().sub());
        if (!hers && !decides) {
            throw new Refused(AccessReason.NOT_EDITABLE);
        }
        return row;
    }

    private static boolean preview(SubjectRequest row) {
        return row.state() == SubjectRequestState.PREPARED && row.kind().needsAnother(row.outcome());
    }

    private static List<SubjectAnswer.Part> parts(
            List<Row> inOrder, List<RevealedRow> opened, Map<Row, AnswerPart> sources) {
        List<SubjectAnswer.Part> parts = new ArrayList<>();
        for (AnswerPart part : AnswerPart.values()) {
            List<SubjectAnswer.Item> items = new ArrayList<>();
            for (int i = 0; i < inOrder.size(); i++) {
                if (sources.get(inOrder.get(i)) == part) {
                    item(part, opened.get(i), items);
                }
            }
            if (!items.isEmpty()) {
                parts.add(new SubjectAnswer.Part(part.table(), List.copyOf(items)));
            }
        }
        return parts;
    }

    private static void item(AnswerPart part, RevealedRow row, List<SubjectAnswer.Item> items) {
        List<SubjectAnswer.Line> lines = part.attributes().stream()
                .filter(name -> row.get(name).isShown())
                .map(name -> new SubjectAnswer.Line(
                        part.table() + "." + name, row.get(name).getValue()))
                .toList();
        if (!lines.isEmpty()) {
            items.add(new SubjectAnswer.Item(lines));
        }
    }

    /**
     * Who saw her data and to whom it went, from the log and the register.
     *
     * @throws Refused as {@link #answer}, and when she did not ask for her data or all of it is refused
     */
    @Act(Permission.SUBJECTREQUEST_ANSWER)
    @TransactionAttribute(NOT_SUPPORTED)
    public WhoSaw whoSaw(CaseNumber number, UUID id) {
        record Found(UUID caseId, SubjectRequest row, List<WhoSaw.Went> went, List<UUID> told) {}
        Found found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            SubjectRequest row = require(facts, id);
            if (!tells(row)) {
                throw new Refused(AccessReason.NOT_EDITABLE);
            }
            return new Found(facts.caseId(), row, contents.went(facts.caseId()), contents.told(facts.caseId()));
        });
        SubjectRequest row = found.row();
        begin(row);
        record.forPurpose(Purpose.SUBJECT_REQUEST);
        record.field("access_event", "role", OPERATIONAL);
        record.field("disclosure", "receiver", OPERATIONAL);
        List<PersonAccesses.Line> seen = accesses.of(found.caseId(), found.told());
        record.rows(seen.size() + found.went().size());
        return new WhoSaw(
                row.id(),
                number.text(),
                clock.today(),
                preview(row),
                row.form(),
                row.language(),
                seen.stream().limit(PersonAccesses.MOST).toList(),
                found.went().stream().limit(AnswerRepository.MOST).toList(),
                seen.size() <= PersonAccesses.MOST && found.went().size() <= AnswerRepository.MOST);
    }
}
