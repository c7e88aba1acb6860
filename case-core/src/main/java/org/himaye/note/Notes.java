package org.himaye.note;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.himaye.casefile.CaseFacts;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.note.NoteRepository.Asked;
import org.himaye.note.NoteRepository.Stored;

/** The person's own words for the pages that show what they are about: found before the gate opens the page's rows, and opened with them. */
@Dependent
public class Notes {

    @Inject
    private NoteRepository rows;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller caller;

    /** Notes that were found and not yet opened. */
    public static final class Found {

        private final List<Stored> notes;
        private final UUID reader;

        Found(List<Stored> notes, UUID reader) {
            this.notes = notes;
            this.reader = reader;
        }

        /** To be opened, each with {@link Notes#shown} of its attributes. */
        public List<Row> rows() {
            return notes.stream().<Row>map(Stored::note).toList();
        }

        /** @param revealed those of {@link #rows}, in their order */
        public List<NoteView> views(List<RevealedRow> revealed) {
            List<NoteView> views = new ArrayList<>();
            for (int i = 0; i < notes.size(); i++) {
                views.add(view(notes.get(i), revealed.get(i), reader, List.of()));
            }
            return views;
        }
    }

    /** What the person said of these attributes, {@code table.attribute}; what the caller may not know of is absent. */
    public Found about(CaseFacts facts, Collection<String> attributes) {
        return new Found(
                attributes.isEmpty() ? List.of() : rows.besideAttributes(asked(facts), attributes),
                caller.get().sub());
    }

    /** Whether the caller may write down the person's own words. */
    public boolean takesStatements(CaseFacts facts) {
        return writable(facts.policy()).contains(NoteSort.STATEMENT);
    }

    /** Sorts that the caller may write; none on a case that nothing but emergency access opened. */
    List<NoteSort> writable(PolicyFacts facts) {
        Set<String> attributes = facts.byGrantAlone() ? Set.of() : gate.writable(facts.forAuthor());
        return Arrays.stream(NoteSort.values())
                .filter(sort -> attributes.contains(sort.fullName()))
                .toList();
    }

    /** The attributes of a note that its page shows: the text of its sort, and no other. */
    public static Set<String> shown(Row row) {
        NoteSort sort = ((CaseNote) row).sort();
        return sort == NoteSort.HEALTH ? Set.of(sort.text(), CaseNote.SUMMARY) : Set.of(sort.text());
    }

    Asked asked(CaseFacts facts) {
        return new Asked(facts.caseId(), caller.get().sub(), NoteSight.of(facts.policy(), gate));
    }

    static NoteView view(Stored stored, RevealedRow row, UUID reader, List<NoteView> beside) {
        CaseNote note = stored.note();
        return new NoteView(
                note.id(),
                note.sort(),
                note.kind(),
                note.createdAt(),
                stored.by(),
                note.createdBy().equals(reader),
                stored.correctedAt(),
                stored.formerAt(),
                note.correctionReason(),
                note.aboutAttribute(),
                row,
                beside);
    }

    static List<Row> rows(List<Stored> some, List<Stored> others) {
        return Stream.concat(some.stream(), others.stream())
                .<Row>map(Stored::note)
                .toList();
    }
}
