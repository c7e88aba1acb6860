package org.himaye.search;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Dependent
class SearchRepository {

    @PersistenceContext
    private EntityManager entityManager;

    Optional<SearchEntry> entry(UUID person) {
        return Optional.ofNullable(entityManager.find(SearchEntry.class, person));
    }

    /** By id, for the index; detached when the transaction ends. */
    List<SearchEntry> entriesAfter(UUID after, int most) {
        return entityManager
                .createQuery("select e from SearchEntry e where e.id > :after order by e.id", SearchEntry.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    List<SearchEntry> entries(List<UUID> people) {
        return entityManager
                .createQuery("select e from SearchEntry e where e.id in :people", SearchEntry.class)
                .setParameter("people", people)
                .getResultList();
    }

    /** Whose values these are, whether or not the caller may meet them: for the service alone, which leaves those whom he may. */
    Set<UUID> peopleOf(List<String> hashes) {
        Set<UUID> people = new HashSet<>();
        for (Object person : entityManager
                .createNativeQuery("select * from himaye.people_with(string_to_array(:hashes, ' '))")
                .setParameter("hashes", String.join(" ", hashes))
                .getResultList()) {
            people.add((UUID) person);
        }
        return people;
    }

    /** Whether one of these, whom the caller may meet, has a name that no entry tells: recorded before there was a search, and not since. */
    boolean somebodyIsMissing(List<UUID> people) {
        return !entityManager
                .createNativeQuery("select 1 from himaye.person p where p.id = any (:people)"
                        + " and (p.family_name is not null or p.given_name is not null)"
                        + " and not exists (select 1 from himaye.search_entry e where e.id = p.id) limit 1")
                .setParameter("people", people.toArray(UUID[]::new))
                .getResultList()
                .isEmpty();
    }

    void add(SearchEntry entry) {
        entityManager.persist(entry);
    }

    /** Values of a source that is written again. */
    void replace(UUID source, List<BlindValue> values) {
        entityManager
                .createQuery("delete from BlindValue v where v.sourceId = :source")
                .setParameter("source", source)
                .executeUpdate();
        values.forEach(entityManager::persist);
    }
}
