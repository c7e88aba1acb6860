package org.himaye.shared;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps several codes of one list in a text column, separated by a space, in the order of the list. An unknown code is a fault. */
public abstract class CodesConverter<E extends Enum<E>> implements AttributeConverter<List<E>, String> {

    private final Class<E> type;

    protected CodesConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(List<E> codes) {
        return codes == null
                ? null
                : codes.stream().sorted().distinct().map(Enum::name).collect(Collectors.joining(" "));
    }

    @Override
    public List<E> convertToEntityAttribute(String text) {
        if (text == null) {
            return null;
        }
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(code -> Enum.valueOf(type, code))
                        .toList();
    }
}
