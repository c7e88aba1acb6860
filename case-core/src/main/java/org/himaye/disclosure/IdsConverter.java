package org.himaye.disclosure;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Several ids in one column, separated by a space; null where there is none. */
public class IdsConverter implements AttributeConverter<List<UUID>, String> {

    @Override
    public String convertToDatabaseColumn(List<UUID> ids) {
        return ids == null || ids.isEmpty()
                ? null
                : ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<UUID> convertToEntityAttribute(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ")).map(UUID::fromString).toList();
    }
}
