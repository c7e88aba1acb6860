package org.himaye.subjectrequest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.himaye.accesslog.PersonAccesses;
import org.himaye.confidentiality.Purpose;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.shared.Translated;

/**
 * Who saw what is recorded of her, by month, job and organisation, and to whom it went. No name of a colleague; of what went, what she was
 * told of.
 *
 * @param whole false when there is more than the list holds
 */
public record WhoSaw(
        UUID id,
        String number,
        LocalDate madeOn,
        boolean preview,
        AnswerForm form,
        AnswerLanguage language,
        List<PersonAccesses.Line> seen,
        List<Went> went,
        boolean whole) {

    public boolean onPaper() {
        return form == AnswerForm.ON_PAPER;
    }

    /**
     * Something that left the house.
     *
     * @param receiver null for the special unit's set, which stands in no register
     * @param house the unit to which the set went, or null
     * @param organisation its name, or null
     */
    public record Went(
            YearMonth month,
            ReceiverKind receiver,
            Translated house,
            String organisation,
            Purpose purpose,
            List<DisclosedField> fields) {}
}
