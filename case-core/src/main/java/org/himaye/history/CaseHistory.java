package org.himaye.history;

import java.time.Instant;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedChange;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.note.NoteView;
import org.himaye.shared.PageOf;

/**
 * What was changed in a case, the newest first.
 *
 * @param takesStatements whether the reader may write down what the person says of a value herself
 * @param purposes what the reader may choose to see more
 */
public record CaseHistory(CaseHeader header, PageOf<Change> page, boolean takesStatements, List<Purpose> purposes) {

    /**
     * One attribute changed once.
     *
     * @param by name of the colleague, or null when it was the machine
     * @param goal of a plan, when it concerns one; otherwise null
     * @param statements what the person says of this attribute herself, at the newest change of it on the page
     */
    public record Change(Instant at, String by, RevealedChange value, RevealedRow goal, List<NoteView> statements) {}
}
