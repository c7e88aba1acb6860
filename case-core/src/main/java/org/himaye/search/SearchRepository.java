package org.himaye.search;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
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

    /** Whose values these are, among the people whom the caller may meet. */
    List<UUID> peopleOf(List<String> hashes) {
        return entityManager
                .createQuery("select distinct v.personId from BlindValue v where v.hashed in :hashes", UUID.class)
                .setParameter("hashes", hashes)
                .getResultList();
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
