package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
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

    private static final Logger LOG = System.getLogger(IndexedText.class.getName());

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
        recorder.commit(
                event(Classification.of(rows).table(), attribute, null, AccessEvent.Outcome.ALLOWED, null, rows));
    }

    private static AccessEvent event(
            String table,
            String attribute,
            UUID row,
            AccessEvent.Outcome outcome,
            String reason,
            Class<? extends Row> rows) {
        Caller machine = Caller.machine("index", Permission.SEARCH_INDEX);
        return new AccessEvent(
                machine.sub(),
                machine.role().name(),
                null,
                null,
                machine.client(),
                Permission.SEARCH_INDEX.realmName(),
                AccessEvent.Action.LIST,
                List.of(),
                table,
                row,
                List.of(table + "." + attribute),
                List.of(Classification.of(rows).attribute(attribute).dataClass().tag()),
                Purpose.SYSTEM_MAINTENANCE,
                null,
                outcome,
                reason,
                0);
    }

    /**
     * @return the texts by row id; one that does not open where it stands is reported and left out, so that one broken row ends nobody's search
     * @throws KeysUnavailable when none opens: then the key is wrong
     */
    public Map<UUID, String> open(List<? extends Row> rows, String attribute) {
        Aead known = key;
        if (known != null) {
            List<Row> broken = new ArrayList<>();
            Map<UUID, String> texts = open(known, rows, attribute, broken);
            if (broken.isEmpty()) {
                return texts;
            }
            // Perhaps sealed with a key that this server has not read yet.
            key = null;
        }
        known = keys.ofIndex();
        List<Row> broken = new ArrayList<>();
        Map<UUID, String> texts = open(known, rows, attribute, broken);
        if (texts.isEmpty() && !broken.isEmpty()) {
            throw new KeysUnavailable("no entry of the index opens", null);
        }
        broken.forEach(row -> report(row, attribute));
        key = known;
        return texts;
    }

    private void report(Row row, String attribute) {
        String table = Classification.of(row.getClass()).table();
        LOG.log(Level.WARNING, "A sealed value does not open where it stands: {0} {1}", table, row.id());
        recorder.commit(event(
                table,
                attribute,
                row.id(),
                AccessEvent.Outcome.FAILED,
                AccessReason.SEAL_BROKEN.name(),
                row.getClass()));
    }

    private static Map<UUID, String> open(Aead key, List<? extends Row> rows, String attribute, List<Row> broken) {
        Map<UUID, String> texts = new LinkedHashMap<>();
        for (Row row : rows) {
            ClassifiedAttribute sealed = Classification.of(row.getClass()).attribute(attribute);
            if (sealed.stored(row) instanceof Sealed<?> value) {
                try {
                    byte[] place = sealed.associatedData(row, row.keyOwner());
                    texts.put(row.id(), new String(key.decrypt(value.ciphertext(), place), StandardCharsets.UTF_8));
                } catch (GeneralSecurityException closed) {
                    broken.add(row);
                }
            }
        }
        return texts;
    }
}
