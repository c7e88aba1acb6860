package org.himaye.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Purpose;
import org.himaye.consent.ConsentAnswer;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;

/**
 * What the form needs to ask the person.
 *
 * @param classes that this receiver could get
 */
public record DisclosureAgreement(
        CaseHeader header,
        ReceiverKind receiver,
        String organisation,
        Purpose purpose,
        List<DataClass> classes,
        boolean child,
        List<SpokenLanguage> spoken,
        LocalDate proposedEnd,
        LocalDate today) {

    /** Those of a consent; and a given one names what it covers. */
    public Rules rules(ConsentAnswer answer, List<DataClass> covered) {
        return rules(answer, covered, child, today);
    }

    static Rules rules(ConsentAnswer answer, List<DataClass> covered, boolean child, LocalDate today) {
        return answer.rules(child, answer.validTo(), today)
                .unless(!answer.given() || !covered.isEmpty(), () -> new AnswerMissing("classes"));
    }
}
