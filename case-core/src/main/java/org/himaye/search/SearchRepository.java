package org.himaye.search;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.shared.Tuples;

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

    /** Institutions with a case of these people; for the index alone. */
    Map<UUID, Set<UUID>> houses(List<UUID> people) {
        Map<UUID, Set<UUID>> houses = new HashMap<>();
        for (Tuple row : Tuples.of(entityManager
                .createNativeQuery("select person_id, institution_id from himaye.houses_of(:people)", Tuple.class)
                .setParameter("people", people.toArray(UUID[]::new)))) {
            houses.computeIfAbsent(row.get(0, UUID.class), each -> new HashSet<>())
                    .add(row.get(1, UUID.class));
        }
        return houses;
    }

    /** Who has a name that no entry tells: recorded before there was a search, and not saved since; for the index alone. */
    Set<UUID> unlisted(int most) {
        Set<UUID> people = new HashSet<>();
        for (Object person : entityManager
                .createNativeQuery("select * from himaye.unlisted_people(:most)")
                .setParameter("most", most)
                .getResultList()) {
            people.add((UUID) person);
        }
        return people;
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
