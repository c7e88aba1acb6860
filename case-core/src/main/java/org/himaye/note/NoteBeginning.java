package org.himaye.note;

import java.util.UUID;

/**
 * How a note begins.
 *
 * @param sort of a new one; a correction has that of what it corrects
 * @param corrects the note to correct, or null
 * @param about the note beside which it will stand, or null
 * @param attribute {@code table.attribute} beside whose changes the person's own words will stand, or null
 */
public record NoteBeginning(NoteSort sort, UUID corrects, UUID about, String attribute) {

    public static NoteBeginning of(NoteSort sort) {
        return new NoteBeginning(sort, null, null, null);
    }

    public static NoteBeginning correcting(UUID note) {
        return new NoteBeginning(null, note, null, null);
    }

    public static NoteBeginning beside(UUID note, NoteSort sort) {
        return new NoteBeginning(sort, null, note, null);
    }

    public static NoteBeginning beside(String attribute) {
        return new NoteBeginning(NoteSort.STATEMENT, null, null, attribute);
    }
}
