package org.himaye.note;

/** Sorts of notes. Each keeps its text in the attribute of {@link CaseNote} that has its class; the policy decides by that. */
public enum NoteSort {
    /** Of the daily work. */
    CASE("narrativeText"),
    /** What the person says herself, in her own words: neither a fact nor an opinion of the writer. */
    STATEMENT("narrativeText"),
    /** Of whoever cares for her health. */
    HEALTH("healthText"),
    /** Of the therapy itself: its author's alone. */
    THERAPY("therapyText"),
    /** For the defence: the assigned lawyers' alone. */
    LAWYER("privilegedText");

    private final String text;

    NoteSort(String text) {
        this.text = text;
    }

    /** Name of the attribute that holds the text. */
    public String text() {
        return text;
    }

    /** As the policy names it. */
    String fullName() {
        return CaseNote.TABLE + "." + text;
    }

    /** Whether the writer says what it is: seen and heard, or thought. */
    public boolean hasKind() {
        return this != STATEMENT;
    }

    /** What stands beside what: the person's own words beside a note of the case or of her health, another view beside a note of the case. */
    public boolean standsBeside(NoteSort other) {
        return other == CASE && this == CASE || (other == CASE || other == HEALTH) && this == STATEMENT;
    }
}
