package org.himaye.history;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedHistory;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.ValueChange;
import org.himaye.note.NoteView;
import org.himaye.note.Notes;
import org.himaye.plan.PlanGoal;
import org.himaye.plan.PlanGoals;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.ShortTransaction;

/** The corrections of a case and its person, the newest first. */
@Stateless
@PermitAll
public class HistoryService {

    private static final int PAGE = 25;

    @Inject
    private HistoryRepository rows;

    @Inject
    private PlanGoals goals;

    @Inject
    private Notes notes;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    private record Found(
            CaseFacts facts, PageOf<HistoryRepository.Stored> page, Map<UUID, PlanGoal> goals, Notes.Found statements) {

        List<ValueChange> changes() {
            return page.rows().stream().map(HistoryRepository.Stored::change).toList();
        }
    }

    /**
     * One page of what was changed, with what the person says of it herself; attributes that are hidden from the caller are absent.
     *
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    @Act(Permission.CASE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseHistory open(CaseNumber number, Purpose purpose, PageAsked asked) {
        Found found = transaction.read(() -> find(number, asked));
        CaseHeader header = headers.of(found.facts(), purpose);
        List<Row> beside = new ArrayList<>(new LinkedHashSet<>(found.goals().values()));
        int goals = beside.size();
        beside.addAll(found.statements().rows());
        RevealedHistory shown = gate.history(
                found.facts().policy(),
                purpose,
                found.changes(),
                beside,
                row -> row instanceof PlanGoal ? PlanGoals.SHOWN : Notes.shown(row));
        List<CaseHistory.Change> changes = changes(
                found,
                shown,
                found.statements()
                        .views(shown.beside().subList(goals, shown.beside().size())));
        return new CaseHistory(
                header,
                new PageOf<>(changes, found.page().newer(), found.page().older()),
                notes.takesStatements(found.facts()),
                policy.purposes(caller.get().role()));
    }

    private Found find(CaseNumber number, PageAsked asked) {
        CaseFacts facts = access.require(number);
        PageOf<HistoryRepository.Stored> page = rows.page(facts, gate.inSight(facts.policy()), asked, PAGE);
        List<ValueChange> changes =
                page.rows().stream().map(HistoryRepository.Stored::change).toList();
        return new Found(
                facts,
                page,
                goals.of(changes.stream().map(ValueChange::row).distinct().toList()),
                notes.about(
                        facts,
                        changes.stream().map(ValueChange::fullName).distinct().toList()));
    }

    private static List<CaseHistory.Change> changes(Found found, RevealedHistory shown, List<NoteView> statements) {
        Map<UUID, RevealedRow> goals =
                shown.beside().stream().collect(Collectors.toMap(RevealedRow::rowId, Function.identity()));
        Set<String> met = new HashSet<>();
        List<CaseHistory.Change> changes = new ArrayList<>();
        for (int i = 0; i < shown.changes().size(); i++) {
            HistoryRepository.Stored stored = found.page().rows().get(i);
            String attribute = stored.change().fullName();
            PlanGoal goal = found.goals().get(stored.change().row());
            changes.add(new CaseHistory.Change(
                    stored.change().createdAt(),
                    stored.by(),
                    shown.changes().get(i),
                    goal == null ? null : goals.get(goal.id()),
                    met.add(attribute)
                            ? statements.stream()
                                    .filter(each -> attribute.equals(each.attribute()))
                                    .toList()
                            : List.of()));
        }
        return changes;
    }
}
