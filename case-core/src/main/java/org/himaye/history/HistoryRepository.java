package org.himaye.history;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.himaye.casefile.CaseFacts;
import org.himaye.confidentiality.ValueChange;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.PlaceInTime;

@Dependent
class HistoryRepository {

    /** What stands under the keys of the case, of its person and of the referral that it came from. */
    private static final String CHANGES = """
            select v.*, s.display_name
              from himaye.value_change v
              left join himaye.staff s on s.sub = v.created_by
             where ((v.owner_kind = 'CASE' and v.owner_id = :case)
                    or (v.owner_kind = 'PERSON' and v.owner_id = :person)
                    or (v.owner_kind = 'REFERRAL' and v.owner_id = (select c.referral_id from himaye.case_file c where c.id = :case)))
               and v.of_table || '.' || v.of_attribute = any (string_to_array(:inSight, ' '))
               and\s""";

    @PersistenceContext
    private EntityManager entityManager;

    /** @param by name of the colleague, or null */
    record Stored(ValueChange change, String by) {

        PlaceInTime place() {
            return new PlaceInTime(change.createdAt(), change.id());
        }
    }

    PageOf<Stored> page(CaseFacts facts, Set<String> inSight, PageAsked asked, int size) {
        Query query = entityManager
                .createNativeQuery(CHANGES + asked.where("v.created_at, v.id") + " limit :rows", ValueChange.WITH_NAME)
                .setParameter("case", facts.caseId())
                .setParameter("person", facts.personId())
                .setParameter("inSight", String.join(" ", inSight))
                .setParameter("at", asked.from().at())
                .setParameter("id", asked.from().id())
                .setParameter("rows", size + 1);
        List<Stored> found = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            found.add(new Stored((ValueChange) columns[0], (String) columns[1]));
        }
        return PageOf.found(found, size, asked, Stored::place);
    }
}
