package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Opens what stands under {@link KeyOwner#search()} for the index in memory: by the machine, shown to nobody. Who is shown what of it is
 * decided when somebody asks the index.
 */
@ApplicationScoped
public class IndexedText {

    @Inject
    private SealingKeys keys;

    @Inject
    private AccessRecorder recorder;

    /** The same for as long as nobody makes a new one. */
    private volatile Aead key;

    /**
     * Records, before anything is opened, that the machine reads all of it.
     *
     * @throws LogUnavailable when that cannot be recorded; then nothing may be opened
     */
    public void begin(Class<? extends Row> rows, String attribute) {
        Classification classification = Classification.of(rows);
        Caller machine = Caller.machine("index", Permission.SEARCH_INDEX);
        recorder.commit(new AccessEvent(
                UUID.randomUUID(),
                machine.sub(),
                machine.role().name(),
                null,
                null,
                machine.client(),
                Permission.SEARCH_INDEX.realmName(),
                AccessEvent.Action.LIST,
                List.of(),
                classification.table(),
                null,
                List.of(classification.table() + "." + attribute),
                List.of(classification.attribute(attribute).dataClass().tag()),
                Purpose.SYSTEM_MAINTENANCE,
                null,
                AccessEvent.Outcome.ALLOWED,
                null,
                0));
    }

    /**
     * @return the texts by row id
     * @throws KeysUnavailable when one does not open: an index with holes would be half an answer
     */
    public Map<UUID, String> open(List<? extends Row> rows, String attribute) {
        Aead known = key;
        if (known != null) {
            try {
                return open(known, rows, attribute);
            } catch (KeysUnavailable renewed) {
                // Sealed with a key that this server has not read yet.
                key = null;
            }
        }
        known = keys.ofIndex();
        Map<UUID, String> texts = open(known, rows, attribute);
        key = known;
        return texts;
    }

    private static Map<UUID, String> open(Aead key, List<? extends Row> rows, String attribute) {
        Map<UUID, String> texts = new LinkedHashMap<>();
        for (Row row : rows) {
            ClassifiedAttribute sealed = Classification.of(row.getClass()).attribute(attribute);
            if (sealed.stored(row) instanceof Sealed<?> value) {
                texts.put(row.id(), text(key, value, sealed.associatedData(row, row.keyOwner())));
            }
        }
        return texts;
    }

    private static String text(Aead key, Sealed<?> value, byte[] place) {
        try {
            return new String(key.decrypt(value.ciphertext(), place), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("an entry of the index does not open where it stands", e);
        }
    }
}
