package org.himaye.subjectrequest;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Row;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Translated;
import org.himaye.shared.Tuples;

/** The rows of an answer: one statement for each part, however many rows it has. */
@Dependent
class AnswerRepository {

    /** Rows of one part. */
    static final int MOST = 500;

    /**
     * What left the house and what she was told of: who must not tell her yet, does not tell her by this list. It has left with its first file,
     * whatever was recorded afterwards.
     */
    private static final String TOLD = "d.case_id = :case and d.informed_on is not null"
            + " and exists (select 1 from himaye.disclosure_copy k where k.disclosure_id = d.id)";

    /** Sets to the special unit go with her consent. */
    private static final String WENT = """
            select coalesce(d.sent_at, (select min(k.created_at) from himaye.disclosure_copy k where k.disclosure_id = d.id)) as at, d.receiver, d.organisation, d.purpose, d.fields, cast(null as text) as name_az, cast(null as text) as name_en,
                   cast(null as text) as name_ru
              from himaye.disclosure d where %s
            union all
            select s.sent_at, null, null, 'IDENTIFICATION', null, i.name_az, i.name_en, i.name_ru
              from himaye.identification_set s join himaye.institution i on i.id = s.receiver_id where s.case_id = :case
             order by 1 desc limit :rows
            """.formatted(TOLD);

    private static final DisclosedField.Several FIELDS = new DisclosedField.Several();

    @PersistenceContext
    private EntityManager entityManager;

    /**
     * In the order of the parts.
     *
     * @param until what was recorded later nobody looked at
     */
    Map<Row, AnswerPart> rows(UUID caseId, UUID personId, Instant until) {
        Map<Row, AnswerPart> rows = new LinkedHashMap<>();
        for (AnswerPart part : AnswerPart.values()) {
            var query = entityManager.createQuery(part.sql(), Row.class).setMaxResults(MOST);
            query.setParameter("until", until);
            if (part.sql().contains(":person")) {
                query.setParameter("person", personId);
            } else {
                query.setParameter("case", caseId);
            }
            query.getResultList().forEach(row -> rows.put(row, part));
        }
        return rows;
    }

    /** Whether every part has fewer rows than an answer holds. */
    boolean whole(Map<Row, AnswerPart> rows) {
        return Arrays.stream(AnswerPart.values())
                .allMatch(part -> rows.values().stream().filter(part::equals).count() < MOST);
    }

    /** The disclosures of the case that left the house and that she was told of. */
    List<UUID> told(UUID caseId) {
        return Tuples.of(entityManager
                        .createNativeQuery("select d.id from himaye.disclosure d where " + TOLD, Tuple.class)
                        .setParameter("case", caseId))
                .stream()
                .map(t -> t.get("id", UUID.class))
                .toList();
    }

    List<WhoSaw.Went> went(UUID caseId) {
        return Tuples.of(entityManager
                        .createNativeQuery(WENT, Tuple.class)
                        .setParameter("case", caseId)
                        .setParameter("rows", MOST + 1))
                .stream()
                .map(AnswerRepository::went)
                .toList();
    }

    private static WhoSaw.Went went(Tuple t) {
        String receiver = t.get("receiver", String.class);
        String unit = t.get("name_az", String.class);
        return new WhoSaw.Went(
                YearMonth.from(t.get("at", Instant.class).atZone(BusinessClock.ZONE)),
                receiver == null ? null : ReceiverKind.valueOf(receiver),
                unit == null
                        ? null
                        : new Translated(unit, t.get("name_en", String.class), t.get("name_ru", String.class)),
                t.get("organisation", String.class),
                Purpose.valueOf(t.get("purpose", String.class)),
                FIELDS.convertToEntityAttribute(t.get("fields", String.class)));
    }
}
