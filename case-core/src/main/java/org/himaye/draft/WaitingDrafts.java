package org.himaye.draft;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.himaye.confidentiality.Given;

/** The caller's sealed drafts of the page that is asked for. They come with the session's row, so that a page asks nothing more. */
@RequestScoped
public class WaitingDrafts {

    /** Which ones still count, of the table as {@code d}. */
    public static final String FRESH = "d.fields is not null and d.updated_at > now() - interval '7 days'";

    public static final String COLUMNS = Draft.COLUMNS;

    private final List<Draft> drafts = new ArrayList<>();

    @Inject
    private Given given;

    /** Adds the draft of a row with {@link #COLUMNS}; none where a join found none. */
    public void add(ResultSet row) throws SQLException {
        if (row.getObject("draft_by") != null) {
            drafts.add(Draft.read(row));
        }
    }

    /** Leaves out a form whose text is not needed: it was just sent, and what was sent is newer. */
    public void without(Predicate<String> form) {
        drafts.removeIf(draft -> form.test(draft.form()));
    }

    /** Whether one may be shown now: its case is the one that was opened, and the policy gave every class inside. */
    public boolean isAny() {
        return !readable().isEmpty();
    }

    List<Draft> readable() {
        return drafts.stream()
                .filter(draft -> draft.caseId() == null || draft.caseId().equals(given.caseId()))
                .filter(draft -> given.classes().containsAll(draft.inside()))
                .toList();
    }
}
