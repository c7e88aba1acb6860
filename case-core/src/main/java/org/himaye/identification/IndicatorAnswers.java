package org.himaye.identification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What the form of signs holds when it is saved.
 *
 * @param findings what was seen; a sign that is missing was not answered yet
 * @param details each of a sign that is present
 * @param guardianPresent whether a guardian was there when a child was asked; null for an adult
 * @param injuries null leaves what is stored where the caller may not read it
 */
public record IndicatorAnswers(
        Map<Indicator, Finding> findings,
        List<IndicatorDetail> details,
        SpokenLanguage language,
        Boolean interpreter,
        Boolean guardianPresent,
        String injuries,
        String conclusion) {

    public IndicatorAnswers {
        injuries = TypedText.of("injuries", injuries, IndicatorAssessment.CONCLUSION_LENGTH);
        conclusion = TypedText.of("conclusion", conclusion, IndicatorAssessment.CONCLUSION_LENGTH);
    }

    /** A detail belongs to a sign that is present. */
    public Rules rules() {
        Rules rules = new Rules();
        for (Indicator sign : Indicator.values()) {
            rules.unless(
                    findings.get(sign) == Finding.PRESENT
                            || details.stream().noneMatch(detail -> detail.indicator() == sign),
                    () -> new DetailWithoutSign(sign));
        }
        return rules;
    }

    /**
     * To finish, every sign has an answer, and the assessor says the result in own words.
     *
     * @param child of whom it is told who was there (domain.md 3.3.6)
     */
    public Rules rulesToConclude(AssessmentResult result, boolean child) {
        Rules rules = rules();
        for (Indicator sign : Indicator.values()) {
            rules.unless(findings.get(sign) != null, () -> new SignsUnanswered(sign));
        }
        rules.unless(!child || guardianPresent != null, () -> new AnswerMissing("guardianPresent"));
        return rules.unless(conclusion != null, ConclusionMissing::new).unless(result != null, ResultMissing::new);
    }

    Map<String, Object> values(boolean healthReadable) {
        Map<String, Object> values = new HashMap<>();
        for (Indicator indicator : Indicator.values()) {
            values.put(IndicatorAssessment.attribute(indicator), findings.get(indicator));
        }
        values.put("details", Codes.text(details));
        values.put("language", language);
        values.put("interpreter", interpreter);
        values.put("guardianPresent", guardianPresent);
        values.put("conclusion", conclusion);
        if (healthReadable || injuries != null) {
            values.put("injuries", injuries);
        }
        return values;
    }
}
