package org.himaye.identification;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Codes of one list, each with how sure it is, as one column keeps them: {@code DECEPTION:CORROBORATED FRAUD:SUSPECTED}. In the
 * order of the list, so that the same facts are always the same text.
 */
public final class CertainCodes {

    private CertainCodes() {}

    /** @return the text, or null for none */
    public static <E extends Enum<E>> String text(Map<E, Certainty> codes) {
        String text = codes.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().name() + ":" + entry.getValue().name())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    /** @return the codes in the order of their list; never null */
    public static <E extends Enum<E>> Map<E, Certainty> of(Class<E> list, String text) {
        Map<E, Certainty> codes = new EnumMap<>(list);
        if (text != null && !text.isBlank()) {
            Arrays.stream(text.strip().split(" ")).forEach(each -> {
                int colon = each.indexOf(':');
                codes.put(Enum.valueOf(list, each.substring(0, colon)), Certainty.valueOf(each.substring(colon + 1)));
            });
        }
        return Collections.unmodifiableMap(codes);
    }
}
