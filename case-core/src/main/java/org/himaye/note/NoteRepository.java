package org.himaye.note;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.PlaceInTime;

@Dependent
class NoteRepository {

    private static final String NOTES = """
            select n.*, s.display_name, later.created_at as corrected_at, former.created_at as former_at
              from himaye.case_note n
              left join himaye.staff s on s.sub = n.created_by
              left join himaye.case_note later on later.corrects = n.id
              left join himaye.case_note former on former.id = n.corrects
             where n.case_id = :case and %s""".formatted(inSight("n"));

    /** What stands beside another note is shown there, as long as that one is in sight. */
    private static final String BY_THEMSELVES =
            " and not exists (select 1 from himaye.case_note beside where beside.id = n.about_note and "
                    + inSight("beside") + ") and ";

    @PersistenceContext
    private EntityManager entityManager;

    /** @param by name of the author */
    record Stored(CaseNote note, String by, Instant correctedAt, Instant formerAt) {

        PlaceInTime place() {
            return new PlaceInTime(note.createdAt(), note.id());
        }
    }

    private static String inSight(String row) {
        return ("(%1$s.sort = any (string_to_array(:all, ' ')) or (%1$s.created_by = :caller and %1$s.sort = any (string_to_array(:own, ' '))))"
                        + " and (%1$s.about_attribute is null or %1$s.about_attribute = any (string_to_array(:attributesInSight, ' ')))")
                .formatted(row);
    }

    /** The newest first. */
    PageOf<Stored> page(Asked asked, PageAsked page, int size) {
        Query query = query(asked, BY_THEMSELVES + page.where("n.created_at, n.id") + " limit :rows")
                .setParameter("at", page.from().at())
                .setParameter("id", page.from().id())
                .setParameter("rows", size + 1);
        return PageOf.found(stored(query), size, page, Stored::place);
    }

    /** What stands beside these, the oldest first. */
    List<Stored> beside(Asked asked, Collection<UUID> notes) {
        return stored(query(asked, " and n.about_note in (:notes) order by n.created_at, n.id")
                .setParameter("notes", notes));
    }

    /** What stands beside changes of these attributes, the oldest first. */
    List<Stored> besideAttributes(Asked asked, Collection<String> attributes) {
        return stored(query(asked, " and n.about_attribute in (:attributes) order by n.created_at, n.id")
                .setParameter("attributes", attributes));
    }

    Optional<Stored> one(Asked asked, UUID note) {
        return stored(query(asked, " and n.id = :note").setParameter("note", note)).stream()
                .findFirst();
    }

    /** @param caller whose own notes count as such */
    record Asked(UUID caseId, UUID caller, NoteSight sight) {}

    private Query query(Asked asked, String rest) {
        return entityManager
                .createNativeQuery(NOTES + rest, CaseNote.WITH_PLACE)
                .setParameter("case", asked.caseId())
                .setParameter("caller", asked.caller())
                .setParameter("all", NoteSight.names(asked.sight().all()))
                .setParameter("own", NoteSight.names(asked.sight().own()))
                .setParameter(
                        "attributesInSight", String.join(" ", asked.sight().attributes()));
    }

    private static List<Stored> stored(Query query) {
        List<Stored> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            found.add(
                    new Stored((CaseNote) columns[0], (String) columns[1], (Instant) columns[2], (Instant) columns[3]));
        }
        return found;
    }

    Optional<CaseNote> find(UUID id) {
        return Optional.ofNullable(entityManager.find(CaseNote.class, id));
    }

    void add(CaseNote note) {
        entityManager.persist(note);
    }
}
