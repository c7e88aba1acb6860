package org.himaye.confidentiality;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One row as its reader may see it: attribute name to {@link Revealed}. A map, so that a page writes {@code #{view.person.sex}}
 * and a new attribute needs no read model. Hidden attributes are present as hidden, never as null.
 */
public final class RevealedRow extends AbstractMap<String, Revealed<?>> {

    private final UUID rowId;
    private final int rowVersion;
    private final Map<String, Revealed<?>> attributes;

    RevealedRow(UUID rowId, int rowVersion, Map<String, Revealed<?>> attributes) {
        this.rowId = rowId;
        this.rowVersion = rowVersion;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public UUID rowId() {
        return rowId;
    }

    /** The version that a later save must still find. */
    public int rowVersion() {
        return rowVersion;
    }

    /** The plain value, or null when it is empty or not shown to this reader. */
    public <T> T value(String attribute, Class<T> type) {
        Revealed<?> revealed = attributes.get(attribute);
        if (revealed == null) {
            throw new IllegalArgumentException("no attribute " + attribute);
        }
        return type.cast(revealed.getValue());
    }

    /** The plain values of an attribute that holds several; empty when there are none or they are not shown to this reader. */
    public <T> List<T> list(String attribute, Class<T> type) {
        List<?> shown = value(attribute, List.class);
        return shown == null ? List.of() : shown.stream().map(type::cast).toList();
    }

    public String text(String attribute) {
        return value(attribute, String.class);
    }

    @Override
    public Set<Entry<String, Revealed<?>>> entrySet() {
        return attributes.entrySet();
    }

    @Override
    public String toString() {
        return "RevealedRow[" + rowId + "]";
    }
}
