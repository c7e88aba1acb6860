package org.himaye.restriction;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.StaffChoice;
import org.himaye.shared.Tuples;

@Dependent
class RestrictionRepository {

    private static final String CASE =
            "select case_id, person_id, institution_id from himaye.restrictable(cast(:number as text))";

    private static final String COLLEAGUES = """
            select s.sub, s.display_name from himaye.staff s join himaye.institution i on i.id = s.institution
             where s.active and i.active and (cast(:institution as uuid) is null or s.institution = :institution)
             order by s.display_name, s.sub
            """;

    @PersistenceContext
    private EntityManager entityManager;

    /** The case that the caller may restrict. */
    record Restrictable(UUID caseId, UUID personId, UUID institution) {}

    Optional<Restrictable> restrictable(String number) {
        return Tuples.of(entityManager.createNativeQuery(CASE, Tuple.class).setParameter("number", number)).stream()
                .findFirst()
                .map(t -> new Restrictable(
                        t.get("case_id", UUID.class),
                        t.get("person_id", UUID.class),
                        t.get("institution_id", UUID.class)));
    }

    /** Whether an emergency access of this one to the case was not reviewed. */
    boolean unreviewed(UUID caseId, UUID by) {
        return !entityManager
                .createNativeQuery("select 1 from himaye.break_glass_grant g"
                        + " where g.case_id = :case and g.created_by = :by and g.verdict is null")
                .setParameter("case", caseId)
                .setParameter("by", by)
                .getResultList()
                .isEmpty();
    }

    /** @param institution null for everybody */
    List<StaffChoice> colleagues(UUID institution) {
        return Tuples.of(entityManager
                        .createNativeQuery(COLLEAGUES, Tuple.class)
                        .setParameter("institution", institution))
                .stream()
                .map(t -> new StaffChoice(t.get("sub", UUID.class), t.get("display_name", String.class)))
                .toList();
    }

    /** Those that are not lifted and that the caller may know of, the latest first. */
    List<CaseRestriction> open(int rows) {
        return entityManager
                .createQuery(
                        "select r from CaseRestriction r where r.liftedAt is null order by r.createdAt desc, r.id",
                        CaseRestriction.class)
                .setMaxResults(rows)
                .getResultList();
    }

    Map<UUID, String> names() {
        Map<UUID, String> names = new HashMap<>();
        Tuples.of(entityManager.createNativeQuery("select sub, display_name from himaye.staff", Tuple.class))
                .forEach(t -> names.put(t.get("sub", UUID.class), t.get("display_name", String.class)));
        return names;
    }

    static List<String> named(UUID[] persons, Map<UUID, String> names) {
        return Arrays.stream(persons).map(names::get).sorted().toList();
    }

    Optional<CaseRestriction> find(UUID id) {
        return Optional.ofNullable(entityManager.find(CaseRestriction.class, id));
    }

    void add(CaseRestriction restriction) {
        entityManager.persist(restriction);
    }
}
