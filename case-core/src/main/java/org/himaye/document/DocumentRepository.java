package org.himaye.document;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.PlaceInTime;

@Dependent
class DocumentRepository {

    /** The original of a redacted copy is named by its kind, as long as it is in sight itself. */
    private static final String DOCUMENTS = """
            select d.*, s.display_name, o.kind as original_kind
              from himaye.case_document d
              left join himaye.staff s on s.sub = d.created_by
              left join himaye.case_document o on o.id = d.redacts and %s
             where d.case_id = :case and %s""".formatted(inSight("o"), inSight("d"));

    @PersistenceContext
    private EntityManager entityManager;

    /**
     * @param by name of who uploaded it
     * @param original kind of the original of a redacted copy, or null
     */
    record Stored(CaseDocument document, String by, DocumentKind original) {

        PlaceInTime place() {
            return new PlaceInTime(document.createdAt(), document.id());
        }
    }

    /** @param caller whose own documents count as such */
    record Asked(UUID caseId, UUID caller, DocumentSight sight) {}

    private static String inSight(String row) {
        return ("(%1$s.data_class = any (string_to_array(:all, ' ')) or (%1$s.created_by = :caller and %1$s.data_class = any (string_to_array(:own, ' '))))")
                .formatted(row);
    }

    /** The newest first. */
    PageOf<Stored> page(Asked asked, PageAsked page, int size) {
        Query query = query(asked, " and " + page.where("d.created_at, d.id") + " limit :rows")
                .setParameter("at", page.from().at())
                .setParameter("id", page.from().id())
                .setParameter("rows", size + 1);
        return PageOf.found(stored(query), size, page, Stored::place);
    }

    Optional<Stored> one(Asked asked, UUID document) {
        return stored(query(asked, " and d.id = :document").setParameter("document", document)).stream()
                .findFirst();
    }

    /** Redacted copies that count, the newest first. */
    List<Stored> redacted(Asked asked) {
        return stored(query(
                asked, " and d.redacts is not null and d.withdrawn_at is null order by d.created_at desc, d.id desc"));
    }

    private Query query(Asked asked, String rest) {
        return entityManager
                .createNativeQuery(DOCUMENTS + rest, CaseDocument.WITH_PLACE)
                .setParameter("case", asked.caseId())
                .setParameter("caller", asked.caller())
                .setParameter("all", DocumentSight.names(asked.sight().all()))
                .setParameter("own", DocumentSight.names(asked.sight().own()));
    }

    private static List<Stored> stored(Query query) {
        List<Stored> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            String original = (String) columns[2];
            found.add(new Stored(
                    (CaseDocument) columns[0],
                    (String) columns[1],
                    original == null ? null : DocumentKind.valueOf(original)));
        }
        return found;
    }

    /** What the case's documents take up, as far as the caller meets them: row-level security. */
    long bytes(UUID caseId) {
        return entityManager
                .createQuery(
                        "select coalesce(sum(d.contentSize), 0) from CaseDocument d where d.caseId = :case", Long.class)
                .setParameter("case", caseId)
                .getSingleResult();
    }

    Optional<CaseDocument> find(UUID id) {
        return Optional.ofNullable(entityManager.find(CaseDocument.class, id));
    }

    /** Stands in the database at once, so that its chunks find it. */
    void add(CaseDocument document) {
        entityManager.persist(document);
        entityManager.flush();
    }
}
