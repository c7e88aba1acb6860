package org.himaye.web.history;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.himaye.identification.CertainCodes;
import org.himaye.identification.Codes;
import org.himaye.identification.ExploitationForm;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.IndicatorDetail;
import org.himaye.identification.TraffickingAct;
import org.himaye.identification.TraffickingMeans;
import org.himaye.identification.Vulnerability;

/** Attributes that keep several codes of a list as one text. */
public final class CodesInText {

    private static final Map<String, Function<String, ?>> LISTS = Map.ofEntries(
            entry("indicator_assessment.details", of(IndicatorDetail.class)),
            entry("trafficking_episode.acts", certain(TraffickingAct.class)),
            entry("trafficking_episode.means", certain(TraffickingMeans.class)),
            entry("trafficking_episode.purposes", certain(ExploitationPurpose.class)),
            entry("trafficking_episode.forms", of(ExploitationForm.class)),
            entry("trafficking_episode.vulnerabilities", of(Vulnerability.class)),
            entry("trafficking_episode.healthVulnerabilities", of(Vulnerability.class)));

    private CodesInText() {}

    /**
     * What stands in the value of {@code table.attribute}, to be shown; the value itself when it is plain. A reference to another row
     * is nothing that people read.
     */
    public static Object of(String attribute, Object value) {
        return switch (value) {
            case String text
            when LISTS.containsKey(attribute) -> LISTS.get(attribute).apply(text);
            case UUID reference -> "•";
            case null -> null;
            default -> value;
        };
    }

    private static <E extends Enum<E>> Function<String, List<E>> of(Class<E> list) {
        return text -> Codes.of(list, text);
    }

    private static <E extends Enum<E>> Function<String, List<E>> certain(Class<E> list) {
        return text -> List.copyOf(CertainCodes.of(list, text).keySet());
    }
}
