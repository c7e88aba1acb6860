package org.himaye.web.assessment;

import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedLevel;
import org.himaye.assessment.NeedsEntry;

/** One line of the form: an area, its level, a note. Plain text, for as long as the form is open. */
public class NeedForm {

    private final NeedArea area;
    private NeedLevel level;
    private String note;

    NeedForm(NeedsEntry.Answer answer) {
        this.area = answer.area();
        this.level = answer.level();
        this.note = answer.note();
    }

    NeedsEntry.Answer toAnswer() {
        return new NeedsEntry.Answer(area, level, note);
    }

    public NeedArea getArea() {
        return area;
    }

    public NeedLevel getLevel() {
        return level;
    }

    public void setLevel(NeedLevel level) {
        this.level = level;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
