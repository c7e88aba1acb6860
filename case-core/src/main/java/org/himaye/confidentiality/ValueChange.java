package org.himaye.confidentiality;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What stood in one attribute of one row before it was changed, and what was put there; who and when stand in the row's own
 * columns. Written by the {@link Gate} with the change itself and never changed; shown under today's right to the attribute that it
 * tells of (domain.md 4.8). Both values are sealed under the key of the row that changed, so they are erased with it. The place
 * that they are of is sealed with them: a value told to be of another attribute does not open.
 */
@Entity
@Table(name = "value_change")
@SqlResultSetMapping(
        name = ValueChange.WITH_NAME,
        entities = @EntityResult(entityClass = ValueChange.class),
        columns = @ColumnResult(name = "display_name"))
public class ValueChange extends Row {

    /** A result of this row and {@code display_name} of who made it. */
    public static final String WITH_NAME = "ValueChange.withName";

    @Enumerated(EnumType.STRING)
    @Column(name = "owner_kind")
    @Confidential(OPERATIONAL)
    private KeyOwner.Kind ownerKind;

    @Column(name = "owner_id")
    @Confidential(OPERATIONAL)
    private UUID ownerId;

    /** Which table's row was changed. */
    @Column(name = "of_table")
    @Confidential(OPERATIONAL)
    private String ofTable;

    @Column(name = "of_row")
    @Confidential(OPERATIONAL)
    private UUID ofRow;

    @Column(name = "of_attribute")
    @Confidential(OPERATIONAL)
    private String ofAttribute;

    /** Of the class of the attribute that was changed; nothing but {@link Gate#history} opens it. */
    @Column(name = "old_value")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> oldValue;

    /** As {@link #oldValue}; empty when the attribute was cleared. */
    @Column(name = "new_value")
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> newValue;

    protected ValueChange() {}

    ValueChange(Row changed, ClassifiedAttribute attribute, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.ownerKind = changed.keyOwner().kind();
        this.ownerId = changed.keyOwner().id();
        this.ofTable = attribute.table();
        this.ofRow = changed.id();
        this.ofAttribute = attribute.name();
    }

    @Override
    public KeyOwner keyOwner() {
        return new KeyOwner(ownerKind, ownerId);
    }

    String table() {
        return ofTable;
    }

    String attribute() {
        return ofAttribute;
    }

    /** The attribute that was changed, as {@code table.attribute}. */
    public String fullName() {
        return ofTable + "." + ofAttribute;
    }

    /** The row that was changed. */
    public UUID row() {
        return ofRow;
    }

    /** The text to seal for a value of this change, which binds it to its place. */
    String bound(String value) {
        return value == null ? null : place() + value;
    }

    /**
     * The value in a text that {@link #bound} made.
     *
     * @throws KeysUnavailable when the text is of another place
     */
    String unbound(String text) {
        if (text != null && !text.startsWith(place())) {
            throw new KeysUnavailable("a former value does not belong where it stands", null);
        }
        return text == null ? null : text.substring(place().length());
    }

    private String place() {
        return fullName() + "|" + ofRow + "\n";
    }
}
