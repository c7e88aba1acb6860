package org.himaye.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.person.ContactPoint;
import org.himaye.shared.Tuples;

@Dependent
class IntakeRepository {

    private static final String STATES = """
            select (select count(*) from himaye.rights_briefing b where b.case_id = c.id) as briefings,
                   c.anonymous_mode or exists (select 1 from himaye.consent k where k.case_id = c.id
                       and k.scope = 'DATA_PROCESSING' and k.status = 'GIVEN' and k.valid_to >= :today) as agreed,
                   exists (select 1 from himaye.consent k where k.case_id = c.id) as asked,
                   p.nationality_status is not null and p.interpreter_needed is not null as person,
                   exists (select 1 from himaye.contact_point t where t.person_id = c.person_id) as contact,
                   i.immediate_danger is not null and i.urgent_health is not null as safety,
                   i.id is not null as safety_begun,
                   (select case when a.result is null then 1 else 2 end from himaye.indicator_assessment a
                     where a.case_id = c.id order by a.created_at desc limit 1) as assessment,
                   (select case when e.acts is not null and e.purposes is not null and (:child or e.means is not null)
                                then 2 else 1 end
                      from himaye.trafficking_episode e where e.case_id = c.id order by e.created_at desc limit 1) as episode
              from himaye.case_file c
              join himaye.person p on p.id = c.person_id
              left join himaye.intake i on i.id = c.id
             where c.id = :case
            """;

    @PersistenceContext
    private EntityManager entityManager;

    void add(Object row) {
        entityManager.persist(row);
    }

    Optional<Intake> intake(UUID caseId) {
        return Optional.ofNullable(entityManager.find(Intake.class, caseId));
    }

    Optional<ContactPoint> contact(UUID id) {
        return Optional.ofNullable(entityManager.find(ContactPoint.class, id));
    }

    /** In the order in which they were told. */
    List<ContactPoint> contacts(UUID personId) {
        return entityManager
                .createQuery(
                        "select t from ContactPoint t where t.personId = :person order by t.createdAt",
                        ContactPoint.class)
                .setParameter("person", personId)
                .setMaxResults(20)
                .getResultList();
    }

    /** How far each part is, in one statement. */
    Map<IntakePart, PartState> states(UUID caseId, boolean child, LocalDate today) {
        Tuple t = Tuples.of(entityManager
                        .createNativeQuery(STATES, Tuple.class)
                        .setParameter("case", caseId)
                        .setParameter("child", child)
                        .setParameter("today", today))
                .get(0);
        Map<IntakePart, PartState> states = new EnumMap<>(IntakePart.class);
        states.put(IntakePart.RIGHTS, state(t.get("briefings", Long.class) > 0, false));
        states.put(IntakePart.CONSENT, state(is(t, "agreed"), is(t, "asked")));
        states.put(IntakePart.SAFETY, state(is(t, "safety"), is(t, "safety_begun")));
        states.put(IntakePart.PERSON, state(is(t, "person"), false));
        states.put(IntakePart.CONTACT, state(is(t, "contact"), false));
        states.put(IntakePart.INDICATORS, step(t.get("assessment", Integer.class)));
        states.put(IntakePart.EPISODE, step(t.get("episode", Integer.class)));
        return states;
    }

    private static boolean is(Tuple t, String column) {
        return Boolean.TRUE.equals(t.get(column, Boolean.class));
    }

    private static PartState step(Integer reached) {
        return reached == null ? PartState.NOT_STARTED : state(reached == 2, true);
    }

    private static PartState state(boolean done, boolean begun) {
        return done ? PartState.DONE : begun ? PartState.IN_PROGRESS : PartState.NOT_STARTED;
    }
}
