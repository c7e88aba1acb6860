package org.himaye.confidentiality;

import java.util.Arrays;
import java.util.Objects;

/**
 * A value that only the {@link Gate} can open: ciphertext bound to its table, column, row, key owner and schema version. There is
 * no way from here to the plain value.
 *
 * @param <T> type of the plain value: String, LocalDate, Integer, BigDecimal
 */
public final class Sealed<T> {

    private final byte[] ciphertext;

    Sealed(byte[] ciphertext) {
        this.ciphertext = Objects.requireNonNull(ciphertext).clone();
    }

    byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed<?> that && Arrays.equals(ciphertext, that.ciphertext);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
