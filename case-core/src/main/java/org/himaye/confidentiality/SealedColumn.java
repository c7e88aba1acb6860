package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Opens one attribute of many rows for a job of the machine, which computes by it and shows it to nobody. Noted for the event of the running act. */
@Dependent
public class SealedColumn {

    @Inject
    private SealingKeys keys;

    @Inject
    private ActRecord record;

    /**
     * @param stored by row id, as the database holds it
     * @param owner of a row, by its id
     * @return by row id; what does not open is left out
     */
    public Map<UUID, Object> open(
            Class<? extends Row> rows, String attribute, Map<UUID, byte[]> stored, Function<UUID, KeyOwner> owner) {
        ClassifiedAttribute column = Classification.of(rows).attribute(attribute);
        Map<UUID, Object> opened = new HashMap<>();
        if (stored.isEmpty()) {
            return opened;
        }
        record.field(column.table(), column.name(), column.dataClass());
        Map<KeyOwner, Aead> unwrapped =
                unwrapped(stored.keySet().stream().map(owner).toList());
        stored.forEach((row, ciphertext) -> {
            KeyOwner of = owner.apply(row);
            Aead key = unwrapped.get(of);
            try {
                if (key != null) {
                    byte[] plain = key.decrypt(ciphertext, column.associatedData(row, of));
                    opened.put(row, column.decode(new String(plain, StandardCharsets.UTF_8)));
                }
            } catch (GeneralSecurityException
                    | IllegalStateException
                    | IllegalArgumentException
                    | DateTimeException broken) {
                // Left out: a page that meets it reports it.
            }
        });
        return opened;
    }

    /** One key that does not unwrap leaves out its own rows alone. */
    private Map<KeyOwner, Aead> unwrapped(List<KeyOwner> owners) {
        try {
            return keys.forReading(owners);
        } catch (KeysUnavailable oneOfThem) {
            Map<KeyOwner, Aead> unwrapped = new HashMap<>();
            for (KeyOwner owner : owners) {
                try {
                    unwrapped.putAll(keys.forReading(List.of(owner)));
                } catch (KeysUnavailable itself) {
                    // Left out, as above.
                }
            }
            return unwrapped;
        }
    }
}
