package org.himaye.identification;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Codes of one list as one column keeps them: names in the order of the list, separated by a space. */
public final class Codes {

    private Codes() {}

    /** @return the text, or null for none */
    public static <E extends Enum<E>> String text(Collection<E> codes) {
        return codes == null || codes.isEmpty()
                ? null
                : codes.stream().distinct().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** @return the codes; never null */
    public static <E extends Enum<E>> List<E> of(Class<E> list, String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split(" "))
                        .map(name -> Enum.valueOf(list, name))
                        .toList();
    }
}
