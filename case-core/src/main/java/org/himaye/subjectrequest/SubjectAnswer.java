package org.himaye.subjectrequest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The answer as she gets it: what was decided and why, and what is recorded of her.
 *
 * @param preview another person looks at it before it is hers
 * @param onPaper she wants it on paper
 * @param parts none where she did not ask for her data or does not get it
 * @param whole false when there is more than an answer holds
 */
public record SubjectAnswer(
        UUID id,
        String number,
        SubjectRequestKind kind,
        LocalDate receivedOn,
        RequestOutcome outcome,
        List<NarrowingGround> grounds,
        AnswerForm form,
        AnswerLanguage language,
        boolean preview,
        List<Part> parts,
        boolean whole) {

    public boolean onPaper() {
        return form == AnswerForm.ON_PAPER;
    }

    /** The rows of one table. */
    public record Part(String table, List<Item> items) {}

    /** One row. */
    public record Item(List<Line> lines) {}

    /**
     * One value.
     *
     * @param attribute {@code table.attribute}
     */
    public record Line(String attribute, Object value) {}
}
