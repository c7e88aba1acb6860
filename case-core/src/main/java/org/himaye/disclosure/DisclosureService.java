package org.himaye.disclosure;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Role;
import org.himaye.document.RedactedCopy;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageOf;
import org.himaye.shared.ShortTransaction;

/** The register of what was asked from outside: entered, checked, decided, told, sent (domain.md 4.3). What goes is made by {@link DisclosurePackageService}. */
@Stateless
@PermitAll
public class DisclosureService {

    /** Lines of a page. */
    static final int ROWS = 25;

    /** What a line of the list says, by name. */
    private static final Map<String, DataClass> LISTED = Stream.of(
                    "reference", "caseNumber", "state", "receiver", "organisation", "expiresOn", "informing")
            .collect(Collectors.toMap(each -> each, each -> OPERATIONAL));

    @Inject
    private DisclosureRepository rows;

    @Inject
    private Disclosures disclosures;

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

    /** One page of the register, the newest first, as far as the caller may know of it: row-level security. */
    @Act(value = Permission.DISCLOSURE_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(NOT_SUPPORTED)
    public PageOf<DisclosureLine> list(DisclosureQuery query) {
        PageOf<DisclosureLine> page = transaction.read(() -> rows.page(query, ROWS));
        gate.list(
                page.rows().stream()
                        .map(each -> each.caseId() == null
                                ? new Link(each.id(), null)
                                : new Link(each.caseId(), each.personId()))
                        .toList(),
                Disclosure.TABLE,
                page.rows().isEmpty() ? Map.of() : LISTED);
        // Also those about somebody whom nobody knows, which name no case.
        record.rows(page.rows().size());
        return page;
    }

    private record Found(
            Disclosure row,
            CaseFacts facts,
            List<DisclosureView.Copy> copies,
            DisclosureRepository.Beside beside,
            List<ConsentChoice> consents,
            List<RedactedCopy> papers) {}

    /**
     * One line, with what the caller can do next. Its words are for who meets the case.
     *
     * @throws Refused when there is no such line or the caller may not know of it: the same answer
     */
    @Act(Permission.DISCLOSURE_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public DisclosureView open(DisclosureNumber number) {
        Found found = transaction.read(() -> found(number));
        Disclosure row = found.row();
        record.on(Disclosure.TABLE, row.id());
        gate.inClear(row);
        RevealedRow words = null;
        if (found.facts() == null) {
            gate.list(row.known() ? List.of(new Link(row.caseId(), null)) : List.of(), Disclosure.TABLE, Map.of());
            record.rows(1);
        } else {
            words = gate.open(
                            found.facts().policy(),
                            null,
                            List.of(row),
                            Set.of("receiverPerson", "wanted", "riskNote", "guardianConflict"))
                    .getFirst();
        }
        return view(found, words);
    }

    private Found found(DisclosureNumber number) {
        Disclosure row = disclosures.require(number);
        boolean toCheck = row.known() && row.state() == DisclosureState.REQUESTED;
        CaseFacts facts = row.known() && !keeper() ? access.require(new CaseNumber(row.caseNumber())) : null;
        return new Found(
                row,
                facts,
                row.state().granted() ? rows.copies(row) : List.of(),
                rows.beside(row, clock.today()),
                toCheck && may(Permission.DISCLOSURE_CHECK) ? rows.consents(row, clock.today()) : List.of(),
                papers(row, facts));
    }

    private List<RedactedCopy> papers(Disclosure row, CaseFacts facts) {
        if (facts == null || row.ground() == null) {
            return List.of();
        }
        if (row.state() == DisclosureState.CHECKED) {
            return may(Permission.DISCLOSURE_DECIDE) ? disclosures.papers(row, facts) : List.of();
        }
        return disclosures.decided(row, facts);
    }

    /** Keeps the register and does not meet the case. */
    private boolean keeper() {
        return currentCaller.get().is(Role.AUDITOR) || currentCaller.get().is(Role.PRIVACY_OFFICER);
    }

    private boolean may(Permission permission) {
        return currentCaller.get().may(permission);
    }

    private DisclosureView view(Found found, RevealedRow words) {
        Disclosure row = found.row();
        return new DisclosureView(
                row.id(),
                row.version(),
                row.reference(),
                row.caseNumber(),
                row.state(),
                row.receiver(),
                row.organisation(),
                word(words, "receiverPerson"),
                row.documentNumber(),
                row.documentDate(),
                row.purpose(),
                row.basis(),
                word(words, "wanted"),
                row.wantedFields(),
                found.beside().names().get(row.createdBy()),
                row.createdAt(),
                row.checkedBy() == null ? null : found.beside().names().get(row.checkedBy()),
                row.ground(),
                word(words, "riskNote"),
                word(words, "guardianConflict"),
                row.decidedBy() == null ? null : found.beside().names().get(row.decidedBy()),
                row.decidedAt(),
                row.refused(),
                row.fields(),
                row.expiresOn(),
                row.reviewDueAt(),
                row.justified(),
                row.informing(),
                row.informingReason(),
                row.informedOn(),
                row.sentAt(),
                row.channel(),
                found.copies(),
                offered(row),
                found.papers(),
                clock.today().plusDays(found.beside().expiryDays()),
                steps(row, found.copies().size()),
                found.consents(),
                found.facts() != null && found.facts().child(),
                found.facts() == null ? List.of() : found.facts().spoken());
    }

    private static Revealed<?> word(RevealedRow words, String attribute) {
        return words == null ? null : words.get(attribute);
    }

    private List<DisclosedField> offered(Disclosure row) {
        if (row.ground() == null) {
            return List.of();
        }
        return disclosures.most(row.receiver(), row.ground().release()).stream()
                .filter(each ->
                        row.wantedFields().isEmpty() || row.wantedFields().contains(each))
                .toList();
    }

    private Set<DisclosureStep> steps(Disclosure row, int made) {
        Caller caller = currentCaller.get();
        Set<DisclosureStep> steps = EnumSet.noneOf(DisclosureStep.class);
        add(steps, DisclosureStep.CHECK, Permission.DISCLOSURE_CHECK, row.state() == DisclosureState.REQUESTED);
        boolean other = !caller.sub().equals(row.createdBy()) && !caller.sub().equals(row.checkedBy());
        add(
                steps,
                DisclosureStep.DECIDE,
                Permission.DISCLOSURE_DECIDE,
                row.state() == DisclosureState.CHECKED && other);
        boolean told = row.informing() != null;
        add(
                steps,
                DisclosureStep.INFORM,
                Permission.DISCLOSURE_INFORM,
                row.state().ready() && !told || row.state() == DisclosureState.SENT);
        add(
                steps,
                DisclosureStep.MAKE,
                Permission.DISCLOSURE_SEND,
                row.state().granted() && told && !row.expiresOn().isBefore(clock.today()));
        add(steps, DisclosureStep.SEND, Permission.DISCLOSURE_SEND, row.state().ready() && told && made > 0);
        add(
                steps,
                DisclosureStep.REVIEW,
                Permission.DISCLOSURE_REVIEW,
                row.awaitsReview() && !caller.sub().equals(row.decidedBy()));
        add(steps, DisclosureStep.PRINT_REFUSAL, Permission.DISCLOSURE_READ, row.state() == DisclosureState.REFUSED);
        return steps;
    }

    private void add(Set<DisclosureStep> steps, DisclosureStep step, Permission permission, boolean turn) {
        if (turn && may(permission)) {
            steps.add(step);
        }
    }

    /**
     * The form for a request about one case.
     *
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    @Act(value = Permission.DISCLOSURE_ENTER, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public String openForEnter(CaseNumber number) {
        CaseFacts facts = transaction.read(() -> access.require(number));
        gate.open(facts.policy(), null, List.of(fresh(facts)), Set.of("receiverPerson", "wanted"));
        return facts.number();
    }

    /** Of the class of what will be typed, so that unsent text is kept for those who may write it. */
    private Disclosure fresh(CaseFacts facts) {
        DisclosureRequest nothing = new DisclosureRequest(null, null, null, null, null, null, null, null, null);
        return new Disclosure(
                UUID.randomUUID(),
                facts.caseId(),
                facts.number(),
                facts.institution(),
                nothing,
                currentCaller.get().sub(),
                clock.instant());
    }

    /**
     * Enters a request about a case.
     *
     * @param id made by the form, so that a double click enters once
     * @return its number
     */
    @Act(value = Permission.DISCLOSURE_ENTER, action = Action.CREATE)
    public DisclosureNumber enter(CaseNumber number, UUID id, DisclosureRequest asked) {
        CaseFacts facts = access.require(number);
        Disclosure row = entered(id, facts, asked);
        if (rows.find(id).isEmpty()) {
            Map<String, Object> words = new HashMap<>();
            words.put("receiverPerson", asked.receiverPerson());
            words.put("wanted", asked.wanted());
            gate.write(facts.policy(), row, words);
            rows.add(row);
            disclosures.step(row, null);
        }
        return new DisclosureNumber(row.reference());
    }

    /**
     * Enters a request about somebody whom nobody here knows: without a case, and without a word of what was told of her.
     *
     * @param id as {@link #enter}
     */
    @Act(value = Permission.DISCLOSURE_ENTER, action = Action.CREATE)
    public DisclosureNumber enterUnknown(UUID id, DisclosureRequest asked) {
        Disclosure row = entered(id, null, asked);
        if (rows.find(id).isEmpty()) {
            rows.add(row);
        }
        return new DisclosureNumber(row.reference());
    }

    private Disclosure entered(UUID id, CaseFacts facts, DisclosureRequest asked) {
        Caller caller = currentCaller.get();
        asked.rules(clock.today()).hold();
        record.on(Disclosure.TABLE, id);
        record.field(Disclosure.TABLE, "receiver", OPERATIONAL);
        UUID caseId = facts == null ? null : facts.caseId();
        Disclosure same = rows.find(id).orElse(null);
        if (same != null && (!same.createdBy().equals(caller.sub()) || !Objects.equals(same.caseId(), caseId))) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        return same != null
                ? same
                : new Disclosure(
                        id,
                        caseId,
                        facts == null ? null : facts.number(),
                        facts == null ? caller.institution() : facts.institution(),
                        asked,
                        caller.sub(),
                        clock.instant());
    }

    /**
     * Says on what it rests, or that it rests on nothing.
     *
     * @param version that the caller saw
     * @throws BasisNotForPurpose and others when the basis does not hold
     * @throws DisclosureConsentNotInForce and others when the consent does not
     */
    @Act(value = Permission.DISCLOSURE_CHECK, action = Action.UPDATE)
    public void check(DisclosureNumber number, int version, DisclosureCheck check) {
        Disclosure row = disclosures.requireFresh(number, version);
        CaseFacts facts = disclosures.facts(row);
        row.check(check, facts != null && facts.child(), currentCaller.get().sub(), clock.instant());
        disclosures.requireGround(row, facts, false);
        if (facts != null && check.riskNote() != null) {
            gate.write(facts.policy(), row, Map.of("riskNote", check.riskNote()));
        }
        changed(row, "ground");
        if (row.guardianConflict() != null) {
            changed(row, "guardianConflict");
        }
        disclosures.step(row, DisclosureState.REQUESTED);
    }

    /**
     * Decides what goes, if anything.
     *
     * @throws DisclosureNeedsAnother when the caller entered or checked it
     * @throws FieldsOutsideLimit and others when more would go than may
     */
    @Act(value = Permission.DISCLOSURE_DECIDE, action = Action.UPDATE)
    public void decide(DisclosureNumber number, int version, DisclosureDecision decision) {
        Disclosure row = disclosures.requireFresh(number, version);
        CaseFacts facts = disclosures.facts(row);
        row.decide(
                decision,
                row.ground() == null
                        ? Set.of()
                        : Set.copyOf(
                                disclosures.most(row.receiver(), row.ground().release())),
                clock.today(),
                currentCaller.get().sub(),
                clock.instant());
        if (row.state().granted()) {
            disclosures.requirePapers(row, facts);
            disclosures.requireGround(row, facts, true);
        }
        changed(row, "state", "fields");
        if (!row.documents().isEmpty()) {
            changed(row, "documents");
        }
        disclosures.step(row, DisclosureState.CHECKED);
    }

    /** Records that the person was told, or why not. */
    @Act(value = Permission.DISCLOSURE_INFORM, action = Action.UPDATE)
    public void inform(DisclosureNumber number, int version, InformedAnswer answer) {
        Disclosure row = disclosures.requireFresh(number, version);
        disclosures.facts(row);
        if (row.state().ready() && row.informing() != null && rows.made(row) > 0) {
            // A file was made on the strength of the first answer.
            throw new TransitionNotAllowed(row.state(), row.state());
        }
        DisclosureState before = row.state();
        row.inform(answer, clock.today(), currentCaller.get().sub(), clock.instant());
        changed(row, "informing");
        disclosures.step(row, before);
    }

    /**
     * Records that it has gone. After its last day on the ground of the files that were made before: each was made on a ground that held then.
     *
     * @throws PersonNotInformed before the person was told, or it was said why not
     * @throws NothingMade when the file that carries the terms, or one of the papers, was not made
     * @throws DisclosureConsentNotInForce when the consent was taken back meanwhile
     */
    @Act(value = Permission.DISCLOSURE_SEND, action = Action.UPDATE)
    public void send(DisclosureNumber number, int version, DisclosureChannel channel) {
        Disclosure row = disclosures.requireFresh(number, version);
        CaseFacts facts = disclosures.facts(row);
        DisclosureState before = row.state();
        row.send(channel, made(row, facts), currentCaller.get().sub(), clock.instant());
        changed(row, "state", "channel");
        disclosures.step(row, before);
    }

    private boolean made(Disclosure row, CaseFacts facts) {
        if (row.over(clock.today())) {
            return rows.whole(row, Set.of());
        }
        disclosures.requireGround(row, facts, true);
        return rows.whole(
                row,
                disclosures.decided(row, facts).stream().map(RedactedCopy::id).collect(Collectors.toSet()));
    }

    /** Another person's verdict on what went in danger. */
    @Act(value = Permission.DISCLOSURE_REVIEW, action = Action.UPDATE)
    public void review(DisclosureNumber number, int version, Boolean justified) {
        if (!currentCaller.get().is(Role.PRIVACY_OFFICER)
                && !currentCaller.get().is(Role.SUPERVISOR)) {
            throw new Refused(AccessReason.NO_PERMISSION);
        }
        Disclosure row = disclosures.requireFresh(number, version);
        record.concerns(row.caseId(), null);
        row.review(justified, currentCaller.get().sub(), clock.instant());
        changed(row, "justified");
    }

    private void changed(Disclosure row, String... attributes) {
        record.on(Disclosure.TABLE, row.id());
        for (String attribute : attributes) {
            record.field(Disclosure.TABLE, attribute, OPERATIONAL);
        }
    }

    /**
     * The answer to a refused request: the same for somebody whom we know and for somebody whom nobody knows. It says nothing that the line
     * does not, so whoever reads the line prints it: where the case was closed to the house or erased meanwhile, who keeps the register.
     *
     * @throws Refused as {@link #open}, and when it was not refused
     */
    @Act(value = Permission.DISCLOSURE_READ, action = Action.PRINT)
    @TransactionAttribute(NOT_SUPPORTED)
    public RefusalLetter refusal(DisclosureNumber number) {
        Disclosure row = transaction.read(() -> {
            Disclosure found = disclosures.require(number);
            if (keeper()) {
                record.concerns(found.caseId(), null);
            } else {
                disclosures.facts(found);
            }
            return found;
        });
        if (row.state() != DisclosureState.REFUSED) {
            throw new Refused(AccessReason.NOT_EDITABLE);
        }
        record.on(Disclosure.TABLE, row.id());
        record.rows(1);
        return new RefusalLetter(
                row.reference(),
                row.organisation(),
                row.documentNumber(),
                row.documentDate(),
                row.decidedAt().atZone(BusinessClock.ZONE).toLocalDate());
    }
}
