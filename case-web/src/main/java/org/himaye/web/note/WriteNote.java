package org.himaye.web.note;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.note.CorrectionReason;
import org.himaye.note.NoteBeginning;
import org.himaye.note.NoteEntry;
import org.himaye.note.NoteForWrite;
import org.himaye.note.NoteKind;
import org.himaye.note.NoteService;
import org.himaye.note.NoteSort;
import org.himaye.web.shared.AttributeWords;
import org.himaye.web.shared.Messages;
import org.himaye.web.shared.Notices;

/** {@code /note/write.xhtml}: a new note, a correction, or what stands beside another note or a changed value. */
@Named
@ViewScoped
public class WriteNote implements Serializable {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Inject
    private transient NoteService notes;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Messages messages;

    private final UUID id = UUID.randomUUID();
    private String number;
    private String sort;
    private String corrects;
    private String about;
    private String attribute;
    private transient NoteForWrite opened;
    private NoteKind kind;
    private String text;
    private String summary;
    private CorrectionReason reason;

    public void load() {
        opened = notes.openForWrite(CaseNumber.parse(number), beginning());
        if (isCorrection()) {
            kind = opened.former().kind();
            text = (String) opened.former().text().getValue();
            summary = opened.sort() == NoteSort.HEALTH
                    ? (String) opened.former().summary().getValue()
                    : null;
        }
    }

    private NoteBeginning beginning() {
        if (corrects != null) {
            return NoteBeginning.correcting(id(corrects));
        }
        if (about != null) {
            return NoteBeginning.beside(id(about), sort());
        }
        return attribute != null ? NoteBeginning.beside(attribute) : NoteBeginning.of(sort());
    }

    private static UUID id(String text) {
        if (!text.matches(ID)) {
            throw new Refused(AccessReason.UNKNOWN);
        }
        return UUID.fromString(text);
    }

    private NoteSort sort() {
        return Arrays.stream(NoteSort.values())
                .filter(each -> each.name().equals(sort))
                .findFirst()
                .orElse(null);
    }

    public String save() {
        notes.write(CaseNumber.parse(number), new NoteEntry(id, beginning(), kind, text, summary, reason));
        notices.done(isCorrection() ? "note_write.corrected" : "note_write.written");
        return (attribute == null ? "/note/list" : "/history/case") + ".xhtml?faces-redirect=true&number=" + number;
    }

    public boolean isCorrection() {
        return corrects != null;
    }

    /** Key of the sentence that says who will read the note. */
    public String getReach() {
        return switch (opened.sort()) {
            case CASE -> "note_write.reachCase";
            case STATEMENT -> "note_write.reachStatement";
            case HEALTH -> "note_write.reachHealth";
            case THERAPY -> "note_write.reachTherapy";
            case LAWYER -> "note_write.reachLawyer";
        };
    }

    public boolean isHealth() {
        return opened.sort() == NoteSort.HEALTH;
    }

    /** Beside what the note will stand; empty for one that stands by itself. */
    public String getAttributeWords() {
        return attribute == null ? "" : AttributeWords.of(attribute, messages).orElse(attribute);
    }

    public NoteForWrite getOpened() {
        return opened;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getCorrects() {
        return corrects;
    }

    public void setCorrects(String corrects) {
        this.corrects = corrects;
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about;
    }

    public String getAttribute() {
        return attribute;
    }

    public void setAttribute(String attribute) {
        this.attribute = attribute;
    }

    public NoteKind getKind() {
        return kind;
    }

    public void setKind(NoteKind kind) {
        this.kind = kind;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public CorrectionReason getReason() {
        return reason;
    }

    public void setReason(CorrectionReason reason) {
        this.reason = reason;
    }
}
