package org.himaye.web.note;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Revealed;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;
import org.himaye.note.NoteView;
import org.himaye.note.NotesView;
import org.himaye.web.shared.AttributeWords;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Messages;
import org.himaye.web.shared.Turned;

/** {@code /note/list.xhtml}: the notes of a case, the newest first. */
@Named
@ViewScoped
public class ListNotes implements Serializable {

    @Inject
    private transient NoteService notes;

    @Inject
    private transient ChosenPurpose purpose;

    @Inject
    private transient Messages messages;

    private String number;
    private final Turned turned = new Turned();
    private transient NotesView view;

    public void load() {
        view = notes.open(CaseNumber.parse(number), purpose.chosen(), turned.asked());
    }

    public boolean isPurposeOffered() {
        return view.page().rows().stream()
                        .flatMap(each -> Stream.concat(Stream.of(each), each.beside().stream()))
                        .flatMap(each -> Stream.of(each.text(), each.summary()))
                        .filter(Objects::nonNull)
                        .anyMatch(Revealed::isPurposeOffered)
                && !view.purposes().isEmpty();
    }

    /** What the reader may set beside the note: the person's own words, and beside a colleague's note what was seen otherwise. */
    public List<NoteSort> beside(NoteView note) {
        return view.writable().stream()
                .filter(sort -> sort.standsBeside(note.sort()) && (sort == NoteSort.STATEMENT || !note.own()))
                .toList();
    }

    /** Beside the changes of which value the note stands, in words. */
    public String about(NoteView note) {
        return messages.with(
                "note_write.attribute",
                AttributeWords.of(note.attribute(), messages).orElse(note.attribute()));
    }

    public boolean mayCorrect(NoteView note) {
        return note.own() && note.correctedAt() == null && view.writable().contains(note.sort());
    }

    public NotesView getView() {
        return view;
    }

    public Turned getTurned() {
        return turned;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
