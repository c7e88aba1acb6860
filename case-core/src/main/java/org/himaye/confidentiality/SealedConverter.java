package org.himaye.confidentiality;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a {@link Sealed} value as bytea. Named on each attribute by {@code @Convert}. */
@Converter
public class SealedConverter implements AttributeConverter<Sealed<?>, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(Sealed<?> value) {
        return value == null ? null : value.ciphertext();
    }

    @Override
    public Sealed<?> convertToEntityAttribute(byte[] stored) {
        return stored == null ? null : new Sealed<>(stored);
    }
}
