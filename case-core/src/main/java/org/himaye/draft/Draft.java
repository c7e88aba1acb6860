package org.himaye.draft;

import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/** The unsent text of one form. Its id follows from author and place, so that there is one. */
@Entity
@Table(name = "draft")
public class Draft extends Row {

    /** What {@link #read} needs, of the table as {@code d}. */
    static final String COLUMNS = "d.created_by as draft_by, d.page as draft_page, d.record as draft_record,"
            + " d.form as draft_form, d.case_id as draft_case, d.classes as draft_classes, d.opening as draft_opening,"
            + " d.fields as draft_fields, d.updated_at as draft_at";

    @Confidential(OPERATIONAL)
    private String page;

    @Confidential(OPERATIONAL)
    private String record;

    @Confidential(OPERATIONAL)
    private String form;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    /** Names, with commas between. */
    @Confidential(OPERATIONAL)
    private String classes;

    @Confidential(OPERATIONAL)
    private UUID opening;

    /** Whatever the form asks; opened only whole, and only to whom the policy gives every class in {@link #classes}. */
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> fields;

    protected Draft() {}

    Draft(DraftPlace place, Typed typed, UUID author, Instant at) {
        super(idOf(place, author), author, at);
        this.page = place.page();
        this.record = place.record();
        this.form = place.form();
        this.caseId = typed.caseId();
        this.classes = typed.classes().stream().map(DataClass::name).sorted().collect(Collectors.joining(","));
        this.opening = typed.opening();
    }

    private static UUID idOf(DraftPlace place, UUID author) {
        String name = author + "|" + place.page() + "|" + place.record() + "|" + place.form();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Draft read(ResultSet row) throws SQLException {
        UUID author = row.getObject("draft_by", UUID.class);
        DraftPlace place =
                new DraftPlace(row.getString("draft_page"), row.getString("draft_record"), row.getString("draft_form"));
        Typed typed = new Typed(
                row.getObject("draft_opening", UUID.class),
                row.getObject("draft_case", UUID.class),
                classes(row.getString("draft_classes")));
        Draft draft = new Draft(
                place,
                typed,
                author,
                row.getObject("draft_at", OffsetDateTime.class).toInstant());
        draft.fields = sealed(row.getBytes("draft_fields"));
        return draft;
    }

    @SuppressWarnings("unchecked")
    private static Sealed<String> sealed(byte[] stored) {
        return (Sealed<String>) new SealedConverter().convertToEntityAttribute(stored);
    }

    private static Set<DataClass> classes(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(DataClass::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public KeyOwner keyOwner() {
        return caseId == null ? KeyOwner.account(createdBy()) : KeyOwner.caseFile(caseId);
    }

    byte[] ciphertext() {
        return new SealedConverter().convertToDatabaseColumn(fields);
    }

    String page() {
        return page;
    }

    String record() {
        return record;
    }

    String form() {
        return form;
    }

    UUID caseId() {
        return caseId;
    }

    String classNames() {
        return classes;
    }

    Set<DataClass> inside() {
        return classes(classes);
    }

    UUID opening() {
        return opening;
    }
}
