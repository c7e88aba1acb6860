package org.himaye.note;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.note.NoteRepository.Asked;
import org.himaye.note.NoteRepository.Stored;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.ShortTransaction;

/** Reads and writes the notes of a case. Written once; a correction is another note (domain.md 4.8). */
@Stateless
@PermitAll
public class NoteService {

    private static final int PAGE = 25;

    @Inject
    private NoteRepository rows;

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

    @Inject
    private BusinessClock clock;

    private record Found(CaseFacts facts, PageOf<Stored> page, List<Stored> beside) {}

    /**
     * One page of notes; those of which the caller may not know are absent.
     *
     * @param purpose what the reader chose, or null
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    @Act(Permission.NOTE_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public NotesView open(CaseNumber number, Purpose purpose, PageAsked asked) {
        Found found = transaction.read(() -> find(number, asked));
        PolicyFacts facts = found.facts().policy();
        CaseHeader header = headers.of(found.facts(), purpose);
        List<Stored> page = found.page().rows();
        List<RevealedRow> opened = gate.open(facts, purpose, Notes.rows(page, found.beside()), Notes::shown);
        List<RevealedRow> besides = opened.subList(page.size(), opened.size());
        List<NoteView> views = IntStream.range(0, page.size())
                .mapToObj(i -> view(page.get(i), opened.get(i), beside(page.get(i), found.beside(), besides)))
                .toList();
        return new NotesView(
                header,
                new PageOf<>(views, found.page().newer(), found.page().older()),
                notes.writable(facts),
                policy.purposes(caller.get().role()));
    }

    private Found find(CaseNumber number, PageAsked page) {
        CaseFacts facts = access.require(number);
        Asked asked = notes.asked(facts);
        PageOf<Stored> found = rows.page(asked, page, PAGE);
        List<UUID> disputed =
                found.rows().stream().map(each -> each.note().id()).toList();
        return new Found(facts, found, disputed.isEmpty() ? List.of() : rows.beside(asked, disputed));
    }

    private List<NoteView> beside(Stored note, List<Stored> all, List<RevealedRow> opened) {
        return IntStream.range(0, all.size())
                .filter(i -> note.note().id().equals(all.get(i).note().aboutNote()))
                .mapToObj(i -> view(all.get(i), opened.get(i), List.of()))
                .toList();
    }

    private NoteView view(Stored stored, RevealedRow row, List<NoteView> beside) {
        return Notes.view(stored, row, caller.get().sub(), beside);
    }

    /**
     * Opens the form, with the note that is corrected or beside which the new one will stand.
     *
     * @throws Refused when the caller may write no such note, or there is no such note in sight
     */
    @Act(value = Permission.NOTE_WRITE, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public NoteForWrite openForWrite(CaseNumber number, NoteBeginning beginning) {
        record Begun(CaseFacts facts, NoteSort sort, Optional<Stored> former) {}
        Begun begun = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            Optional<Stored> former = former(facts, beginning);
            return new Begun(facts, require(facts, beginning, former), former);
        });
        CaseHeader header = headers.of(begun.facts(), null);
        List<Row> shown = new ArrayList<>(List.of(fresh(begun.facts(), begun.sort())));
        begun.former().ifPresent(note -> shown.add(note.note()));
        List<RevealedRow> opened = gate.open(begun.facts().policy(), null, shown, Notes::shown);
        return new NoteForWrite(
                header,
                begun.sort(),
                opened.getFirst().get(begun.sort().text()).getDataClass(),
                begun.former()
                        .map(note -> view(note, opened.getLast(), List.of()))
                        .orElse(null));
    }

    /** Of the class of what will be typed, so that unsent text is kept for those who may write it. */
    private CaseNote fresh(CaseFacts facts, NoteSort sort) {
        return new CaseNote(
                UUID.randomUUID(), facts.caseId(), sort, null, caller.get().sub(), clock.instant());
    }

    private Optional<Stored> former(CaseFacts facts, NoteBeginning beginning) {
        UUID id = beginning.corrects() == null ? beginning.about() : beginning.corrects();
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(rows.one(notes.asked(facts), id).orElseThrow(() -> new Refused(AccessReason.UNKNOWN)));
    }

    /** The sort that is begun, when the caller may begin it so. */
    private NoteSort require(CaseFacts facts, NoteBeginning beginning, Optional<Stored> former) {
        NoteSort sort = beginning.corrects() == null
                ? beginning.sort()
                : former.get().note().sort();
        if (sort == null || !notes.writable(facts.policy()).contains(sort)) {
            throw new Refused(AccessReason.NO_WRITE);
        }
        boolean author = former.filter(
                        note -> note.note().createdBy().equals(caller.get().sub()))
                .isPresent();
        if (beginning.corrects() != null && !author) {
            throw new Refused(AccessReason.NOT_OWN);
        }
        boolean beside = beginning.about() == null
                || sort.standsBeside(former.get().note().sort());
        boolean ofAttribute = beginning.attribute() == null
                || sort == NoteSort.STATEMENT
                        && gate.inSight(facts.policy()).contains(beginning.attribute())
                        && !beginning.attribute().startsWith(CaseNote.TABLE + ".");
        if (!beside || !ofAttribute) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        return sort;
    }

    /**
     * Writes a note. Sent twice it is written once.
     *
     * @throws org.himaye.shared.AnswerMissing when something is missing that the sort asks for
     * @throws NoteCorrectedAlready when the note to correct has a correction
     * @throws Refused as {@link #openForWrite}
     */
    @Act(value = Permission.NOTE_WRITE, action = Action.CREATE)
    public void write(CaseNumber number, NoteEntry entry) {
        CaseFacts facts = access.require(number);
        Optional<CaseNote> written = rows.find(entry.id());
        if (written.isPresent()) {
            requireOwn(written.get(), facts);
            return;
        }
        NoteBeginning beginning = entry.beginning();
        Optional<Stored> former = former(facts, beginning);
        NoteSort sort = require(facts, beginning, former);
        entry.rules(sort).hold();
        CaseNote note = new CaseNote(
                entry.id(), facts.caseId(), sort, entry.kind(), caller.get().sub(), clock.instant());
        if (beginning.corrects() != null) {
            if (former.get().correctedAt() != null) {
                throw new NoteCorrectedAlready();
            }
            note.corrects(former.get().note(), entry.reason());
        } else if (beginning.about() != null) {
            note.standsBeside(beginning.about());
        } else if (beginning.attribute() != null) {
            note.standsBeside(beginning.attribute());
        }
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put(sort.text(), entry.text());
        if (sort == NoteSort.HEALTH) {
            texts.put(CaseNote.SUMMARY, entry.summary());
        }
        gate.write(facts.policy(), note, texts);
        rows.add(note);
    }

    private void requireOwn(CaseNote note, CaseFacts facts) {
        if (!note.belongsTo(facts.caseId())
                || !note.createdBy().equals(caller.get().sub())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
    }
}
