package org.himaye.assessment;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.CaseStatus;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;
import org.himaye.shared.ShortTransaction;

/** Asks, keeps and finishes what the person needs. */
@Stateless
@PermitAll
public class NeedsAssessmentService {

    private static final String TABLE = "needs_assessment";

    @Inject
    private NeedsAssessmentRepository assessments;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private CaseFiles files;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private Configuration configuration;

    @Inject
    private BusinessClock clock;

    private record Rows(CaseFacts facts, Optional<NeedsAssessment> assessment, List<NeedItem> items) {

        List<Row> all() {
            List<Row> all = new ArrayList<>();
            assessment.ifPresent(all::add);
            all.addAll(items);
            return all;
        }
    }

    /**
     * The draft, or else the assessment that counts.
     *
     * @param purpose what the reader chose, or null
     */
    @Act(Permission.ASSESSMENT_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public NeedsView open(CaseNumber number, Purpose purpose) {
        Rows rows = transaction.read(() -> load(number));
        CaseHeader header = headers.of(rows.facts(), purpose);
        List<RevealedRow> opened = gate.open(rows.facts().policy(), purpose, rows.all());
        boolean any = rows.assessment().isPresent();
        return new NeedsView(
                header,
                rows.assessment().map(NeedsAssessment::status).orElse(null),
                any ? opened.get(0) : null,
                any ? opened.subList(1, opened.size()) : List.of(),
                policy.purposes(caller.get().role()));
    }

    /** Opens the form: the draft, or a new assessment that starts from the last answers. One event for all its fields. */
    @Act(value = Permission.ASSESSMENT_WRITE, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public NeedsForEdit openForEdit(CaseNumber number) {
        Rows rows = transaction.read(() -> load(number));
        CaseHeader header = headers.of(rows.facts(), null);
        List<RevealedRow> opened = gate.open(rows.facts().policy(), null, rows.all());
        boolean draft = rows.assessment()
                .filter(n -> n.status() == NeedsAssessmentStatus.DRAFT)
                .isPresent();
        Map<NeedArea, RevealedRow> byArea = new EnumMap<>(NeedArea.class);
        opened.stream().skip(1).forEach(r -> byArea.put(r.value("area", NeedArea.class), r));
        List<NeedsEntry.Answer> answers = Arrays.stream(NeedArea.values())
                .map(area -> answer(area, byArea.get(area)))
                .toList();
        return new NeedsForEdit(
                header,
                new NeedsEntry(
                        draft ? opened.get(0).rowId() : UUID.randomUUID(),
                        draft ? opened.get(0).rowVersion() : null,
                        draft || opened.isEmpty() ? null : opened.get(0).rowId(),
                        opened.isEmpty() ? null : opened.get(0).text("ownView"),
                        answers));
    }

    private static NeedsEntry.Answer answer(NeedArea area, RevealedRow row) {
        return row == null
                ? new NeedsEntry.Answer(area, null, null)
                : new NeedsEntry.Answer(area, row.value("level", NeedLevel.class), row.text("note"));
    }

    private Rows load(CaseNumber number) {
        CaseFacts facts = access.require(number);
        Optional<NeedsAssessment> newest = assessments.newest(facts.caseId());
        return new Rows(
                facts, newest, newest.map(n -> assessments.items(n.id())).orElse(List.of()));
    }

    /**
     * Keeps the answers so far; areas may be empty.
     *
     * @throws ChangedMeanwhile when somebody else saved, began or finished one since the form was opened
     * @throws NeedsAlreadyFinal when it was finished meanwhile
     */
    @Act(value = Permission.ASSESSMENT_WRITE, action = Action.UPDATE)
    public void save(CaseNumber number, NeedsEntry entry) {
        keep(access.require(number), entry);
    }

    /**
     * Keeps the answers and makes them count: meets the deadline, starts the plan's, supersedes the former assessment.
     *
     * @throws NeedsIncomplete when an area has no answer
     */
    @Act(value = Permission.ASSESSMENT_WRITE, action = Action.UPDATE)
    public void finish(CaseNumber number, NeedsEntry entry) {
        CaseFacts facts = access.require(number);
        entry.rules().hold();
        UUID by = caller.get().sub();
        NeedsAssessment assessment = keep(facts, entry);
        Optional<NeedsAssessment> former = assessments.in(facts.caseId(), NeedsAssessmentStatus.FINAL);
        former.ifPresent(old -> {
            old.supersede(by, clock.instant());
            step(facts, old, NeedsAssessmentStatus.FINAL, NeedsAssessmentStatus.SUPERSEDED);
            assessments.flush();
        });
        assessment.finish(clock.today().plusDays(configuration.number("needs.valid.days")), by, clock.instant());
        step(facts, assessment, NeedsAssessmentStatus.DRAFT, NeedsAssessmentStatus.FINAL);
        deadlines.met(facts.caseId(), DeadlineKind.NEEDS_ASSESSMENT);
        if (former.isEmpty()) {
            deadlines.start(facts.caseId(), DeadlineKind.PLAN_DRAFT);
        }
    }

    private NeedsAssessment keep(CaseFacts facts, NeedsEntry entry) {
        requireOpen(facts);
        NeedsAssessment assessment = draft(facts, entry);
        assessment.saved(caller.get().sub(), clock.instant());
        gate.write(facts.policy(), assessment, values("ownView", entry.ownView()));
        Map<NeedArea, NeedItem> existing = assessments.items(assessment.id()).stream()
                .collect(Collectors.toMap(NeedItem::area, Function.identity()));
        for (NeedsEntry.Answer answer : entry.answers()) {
            NeedItem item = existing.computeIfAbsent(answer.area(), area -> add(facts, assessment, area));
            Map<String, Object> values = values("note", answer.note());
            values.put("level", answer.level());
            gate.write(facts.policy(), item, values);
        }
        return assessment;
    }

    /** Needs are asked while somebody works on the case; a closed one is reopened first. */
    private static void requireOpen(CaseFacts facts) {
        if (!EnumSet.of(CaseStatus.INTAKE, CaseStatus.ACTIVE, CaseStatus.SUSPENDED)
                .contains(facts.status())) {
            throw new CaseNotOpen(facts.status());
        }
    }

    private NeedsAssessment draft(CaseFacts facts, NeedsEntry entry) {
        Optional<NeedsAssessment> existing = assessments.find(entry.id());
        if (existing.isPresent()) {
            NeedsAssessment found = existing.get();
            if (!found.belongsTo(facts.caseId())) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            boolean secondClick = entry.version() == null
                    && found.createdBy().equals(caller.get().sub());
            if (!secondClick) {
                ChangedMeanwhile.check(found, entry.version() == null ? -1 : entry.version());
            }
            return found;
        }
        UUID counting = assessments
                .in(facts.caseId(), NeedsAssessmentStatus.FINAL)
                .map(Row::id)
                .orElse(null);
        if (entry.version() != null
                || !Objects.equals(entry.base(), counting)
                || assessments.in(facts.caseId(), NeedsAssessmentStatus.DRAFT).isPresent()) {
            throw new ChangedMeanwhile();
        }
        NeedsAssessment made =
                new NeedsAssessment(entry.id(), facts.caseId(), caller.get().sub(), clock.instant());
        assessments.add(made);
        step(facts, made, null, NeedsAssessmentStatus.DRAFT);
        return made;
    }

    private NeedItem add(CaseFacts facts, NeedsAssessment assessment, NeedArea area) {
        NeedItem item = new NeedItem(
                UUID.randomUUID(),
                assessment.id(),
                facts.caseId(),
                area,
                caller.get().sub(),
                clock.instant());
        assessments.add(item);
        return item;
    }

    private void step(CaseFacts facts, NeedsAssessment of, NeedsAssessmentStatus from, NeedsAssessmentStatus to) {
        files.step(facts.caseId(), TABLE, of.id(), from, to, null);
    }

    /** A map that may hold null, which clears. */
    private static Map<String, Object> values(String attribute, String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(attribute, text == null || text.isBlank() ? null : text.strip());
        return values;
    }
}
