package org.himaye.identification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.TypedText;

/**
 * What the form of signs holds when it is saved.
 *
 * @param findings what was seen; a sign that is missing was not answered yet
 * @param details only those of signs that are present are kept
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

    Map<String, Object> values(boolean healthReadable) {
        Map<String, Object> values = new HashMap<>();
        for (Indicator indicator : Indicator.values()) {
            values.put(IndicatorAssessment.attribute(indicator), findings.get(indicator));
        }
        values.put(
                "details",
                Codes.text(details.stream()
                        .filter(detail -> findings.get(detail.indicator()) == Finding.PRESENT)
                        .toList()));
        values.put("language", language);
        values.put("interpreter", interpreter);
        values.put("conclusion", conclusion);
        if (healthReadable || injuries != null) {
            values.put("injuries", injuries);
        }
        return values;
    }
}
