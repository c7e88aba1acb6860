package org.himaye.identification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.TypedText;

/**
 * What the form of signs holds when it is saved.
 *
 * @param findings what was seen; a sign that is missing was not answered yet
 * @param details each of a sign that is present
 * @param injuries null leaves what is stored where the caller may not read it
 */
public record IndicatorAnswers(
        Map<Indicator, Finding> findings,
        List<IndicatorDetail> details,
        SpokenLanguage language,
        Boolean interpreter,
        String injuries,
        String conclusion) {

    public IndicatorAnswers {
        injuries = TypedText.of("injuries", injuries, IndicatorAssessment.CONCLUSION_LENGTH);
        conclusion = TypedText.of("conclusion", conclusion, IndicatorAssessment.CONCLUSION_LENGTH);
    }

    /** @throws DetailWithoutSign when a detail stands whose sign was not seen */
    void check() {
        if (details.stream().anyMatch(detail -> findings.get(detail.indicator()) != Finding.PRESENT)) {
            throw new DetailWithoutSign();
        }
    }

    /** @throws SignsUnanswered unless every sign has an answer */
    void checkComplete() {
        if (Arrays.stream(Indicator.values()).anyMatch(sign -> findings.get(sign) == null)) {
            throw new SignsUnanswered();
        }
    }

    Map<String, Object> values(boolean healthReadable) {
        Map<String, Object> values = new HashMap<>();
        for (Indicator indicator : Indicator.values()) {
            values.put(IndicatorAssessment.attribute(indicator), findings.get(indicator));
        }
        values.put("details", Codes.text(details));
        values.put("language", language);
        values.put("interpreter", interpreter);
        values.put("conclusion", conclusion);
        if (healthReadable || injuries != null) {
            values.put("injuries", injuries);
        }
        return values;
    }
}
