package org.himaye.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Role;
import org.himaye.person.AgeBand;
import org.himaye.person.Person;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PlaceInTime;
import org.himaye.shared.Translated;
import org.himaye.shared.Tuples;

@Dependent
class CaseFileRepository {

    /** Who may see a row is decided here, in SQL: a function on the case, or supervision of its institution. */
    private static final String REACHABLE =
            CaseListSql.WORKS_ON + " or (:supervises and c.institution_id = :institution)";

    /** Of the whole institution nobody is read but whom a shut case is about. */
    private static final String REACH = """
            select true as apart, shut.person_id from unnest((select himaye.shut_people())) as shut (person_id)
            union
            select false, c.person_id from himaye.case_file c where %s
            union
            select false, c.person_id from himaye.case_file c
             where :supervises and c.institution_id = :institution and c.person_id = any ((select himaye.shut_people())::uuid[])
            """.formatted(CaseListSql.WORKS_ON);

    private static final String COLLEAGUES = "institution = :institution and active"
            + " and role in ('CASEWORKER', 'PSYCHOLOGIST', 'MEDIC', 'LAWYER') and not himaye.is_shut_to(:case, sub)";

    private static final String NUMBERED =
            "select c.person_id from himaye.case_file c where c.case_number = :number and (" + REACHABLE + ")";

    private static final String HITS = """
            select c.id, c.person_id, c.case_number, p.pseudonym, p.age_band, c.status, c.opened_at, s.display_name
              from himaye.case_file c
              join himaye.person p on p.id = c.person_id
              left join himaye.case_assignment pa
                     on pa.case_id = c.id and pa.function = 'PRIMARY' and pa.assigned_until is null
              left join himaye.staff s on s.sub = pa.staff_sub
             where c.person_id = any (:people) and (%s)
             order by c.opened_at desc, c.id
            """.formatted(REACHABLE);

    private static final String AROUND = """
            select 'COLLEAGUE' as part, s.sub, s.role, s.display_name as name, cast(null as text) as name_en, cast(null as text) as name_ru
              from himaye.staff s
             where %s
            union all
            select 'ON_CASE', s.sub, s.role, s.display_name, cast(null as text), cast(null as text)
              from himaye.case_assignment a join himaye.staff s on s.sub = a.staff_sub
             where a.case_id = :case and a.assigned_until is null and a.function <> 'PRIMARY'
            union all
            select 'EARLIER', cast(null as uuid), cast(null as text), i.name_az, i.name_en, i.name_ru
              from himaye.institution i
             where i.id in (select himaye.earlier_houses(:case))
            union all
            select 'LINKED', cast(null as uuid), cast(null as text), i.name_az, i.name_en, i.name_ru
              from himaye.links_of(:case) l join himaye.institution i on i.id = l.house
             where l.state = 'LINKED'
             order by part, name
            """.formatted(COLLEAGUES);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private BusinessClock clock;

    CaseFile get(UUID id) {
        return Optional.ofNullable(entityManager.find(CaseFile.class, id))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    Person person(UUID id) {
        return Optional.ofNullable(entityManager.find(Person.class, id))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    Optional<CaseFile> find(UUID id) {
        return Optional.ofNullable(entityManager.find(CaseFile.class, id));
    }

    void add(Object row) {
        entityManager.persist(row);
    }

    void flush() {
        entityManager.flush();
    }

    Optional<CaseAssignment> primary(UUID caseId) {
        return entityManager
                .createQuery(
                        "select a from CaseAssignment a where a.caseId = :case and a.until is null and a.function = :primary",
                        CaseAssignment.class)
                .setParameter("case", caseId)
                .setParameter("primary", AssignmentFunction.PRIMARY)
                .getResultStream()
                .findFirst();
    }

    /** What somebody does on a case, with the person whom the case is about. */
    record FunctionOnCase(CaseAssignment assignment, UUID personId) {}

    /** Everything that somebody does on cases now; whoever asks need not meet the cases. */
    List<FunctionOnCase> functionsOf(UUID sub) {
        Map<UUID, UUID> persons = new HashMap<>();
        Tuples.of(entityManager
                        .createNativeQuery(
                                "select a.case_id, himaye.person_of_case(a.case_id) as person_id from himaye.case_assignment a"
                                        + " where a.staff_sub = :sub and a.assigned_until is null",
                                Tuple.class)
                        .setParameter("sub", sub))
                .forEach(row -> persons.put(row.get("case_id", UUID.class), row.get("person_id", UUID.class)));
        return entityManager
                .createQuery(
                        "select a from CaseAssignment a where a.staffSub = :sub and a.until is null",
                        CaseAssignment.class)
                .setParameter("sub", sub)
                .getResultStream()
                .map(each -> new FunctionOnCase(each, persons.get(each.caseId())))
                .toList();
    }

    /** True when the person may become a caseworker of the institution's cases. */
    boolean isCaseworker(UUID sub, UUID institution) {
        return !entityManager
                .createNativeQuery("select 1 from himaye.staff where sub = :sub and institution = :institution"
                        + " and role = 'CASEWORKER' and active")
                .setParameter("sub", sub)
                .setParameter("institution", institution)
                .getResultList()
                .isEmpty();
    }

    /** Who can be given a function on a case of the institution, by name; nobody whom a restriction keeps out. */
    List<Colleague> colleagues(UUID caseId, UUID institution) {
        return Tuples.of(entityManager
                        .createNativeQuery(
                                "select sub, display_name as name, role from himaye.staff where " + COLLEAGUES
                                        + " order by display_name",
                                Tuple.class)
                        .setParameter("case", caseId)
                        .setParameter("institution", institution))
                .stream()
                .map(CaseFileRepository::colleague)
                .toList();
    }

    private static Colleague colleague(Tuple t) {
        return new Colleague(
                new StaffChoice(t.get("sub", UUID.class), t.get("name", String.class)),
                Role.valueOf(t.get("role", String.class)));
    }

    /**
     * What a supervisor is told beside a case.
     *
     * @param colleagues as {@link #colleagues}
     * @param onCase who has a function on the case beside the responsible caseworker
     * @param earlier names of institutions that may know the person (BR-037); of none for who may not be told
     * @param linked names of institutions at which the same person has a case, by her agreement
     */
    record Around(
            List<Colleague> colleagues, List<Colleague> onCase, List<Translated> earlier, List<Translated> linked) {

        static final Around NOBODY = new Around(List.of(), List.of(), List.of(), List.of());
    }

    /** Asked in one statement, because a page has few. */
    Around around(UUID caseId, UUID institution) {
        Map<String, List<Tuple>> parts = Tuples.of(entityManager
                        .createNativeQuery(AROUND, Tuple.class)
                        .setParameter("case", caseId)
                        .setParameter("institution", institution))
                .stream()
                .collect(Collectors.groupingBy(t -> t.get("part", String.class)));
        return new Around(
                people(parts.getOrDefault("COLLEAGUE", List.of())),
                people(parts.getOrDefault("ON_CASE", List.of())),
                names(parts.getOrDefault("EARLIER", List.of())),
                names(parts.getOrDefault("LINKED", List.of())));
    }

    private static List<Colleague> people(List<Tuple> staff) {
        return staff.stream().map(CaseFileRepository::colleague).toList();
    }

    private static List<Translated> names(List<Tuple> institutions) {
        return institutions.stream()
                .map(t -> new Translated(
                        t.get("name", String.class), t.get("name_en", String.class), t.get("name_ru", String.class)))
                .toList();
    }

    /** What somebody does on the case now, unless he is the responsible caseworker. */
    List<CaseAssignment> functionsOn(UUID caseId, UUID sub) {
        return entityManager
                .createQuery(
                        "select a from CaseAssignment a where a.caseId = :case and a.staffSub = :sub and a.until is null"
                                + " and a.function <> :primary",
                        CaseAssignment.class)
                .setParameter("case", caseId)
                .setParameter("sub", sub)
                .setParameter("primary", AssignmentFunction.PRIMARY)
                .getResultList();
    }

    /** Whether somebody has a function on the case now. */
    boolean isOn(UUID caseId, UUID sub) {
        return !entityManager
                .createQuery(
                        "select a.id from CaseAssignment a where a.caseId = :case and a.staffSub = :sub and a.until is null")
                .setParameter("case", caseId)
                .setParameter("sub", sub)
                .getResultList()
                .isEmpty();
    }

    List<StaffChoice> caseworkers(UUID institution) {
        return Tuples.of(entityManager
                        .createNativeQuery(
                                "select sub, display_name from himaye.staff where institution = :institution"
                                        + " and role = 'CASEWORKER' and active order by display_name",
                                Tuple.class)
                        .setParameter("institution", institution))
                .stream()
                .map(t -> new StaffChoice(t.get(0, UUID.class), t.get(1, String.class)))
                .toList();
    }

    /** In the order of the way that was asked, for {@link org.himaye.shared.PageOf#found}. Parameters as of {@link CaseListSql}. */
    List<CaseRow> list(CaseQuery query, String told, Set<DeadlineKind> kinds, Caller caller) {
        CaseListSql sql = new CaseListSql(
                query, told, kinds, caller.sub(), caller.is(Role.SUPERVISOR) ? caller.institution() : null, clock);
        Query select = entityManager.createNativeQuery(sql.text(), Tuple.class);
        sql.values().forEach(select::setParameter);
        return Tuples.of(select).stream().map(CaseFileRepository::row).toList();
    }

    /** Everybody whom a case is about that the caller may open. */
    Reach reach(Caller caller) {
        Map<Boolean, List<UUID>> byApart =
                Tuples.of(reachable(entityManager.createNativeQuery(REACH, Tuple.class), caller)).stream()
                        .collect(Collectors.partitioningBy(
                                t -> t.get(0, Boolean.class),
                                Collectors.mapping(t -> t.get(1, UUID.class), Collectors.toList())));
        return new Reach(
                caller.is(Role.SUPERVISOR) ? caller.institution() : null, byApart.get(true), byApart.get(false));
    }

    /** Whom the case is about, if the caller may open it. */
    List<UUID> people(CaseNumber number, Caller caller) {
        return people(
                entityManager.createNativeQuery(NUMBERED, Tuple.class).setParameter("number", number.text()), caller);
    }

    private static List<UUID> people(Query select, Caller caller) {
        return Tuples.of(reachable(select, caller)).stream()
                .map(t -> t.get(0, UUID.class))
                .toList();
    }

    private static Query reachable(Query select, Caller caller) {
        return select.setParameter("supervises", caller.is(Role.SUPERVISOR))
                .setParameter("institution", caller.institution());
    }

    /** Cases of these people that the caller may open, the youngest first. */
    List<CaseHit> hits(Collection<UUID> people, Caller caller) {
        return Tuples.of(reachable(
                        entityManager
                                .createNativeQuery(HITS, Tuple.class)
                                .setParameter("people", people.toArray(UUID[]::new)),
                        caller))
                .stream()
                .map(t -> new CaseHit(
                        t.get("id", UUID.class),
                        t.get("person_id", UUID.class),
                        t.get("case_number", String.class),
                        t.get("pseudonym", String.class),
                        AgeBand.valueOf(t.get("age_band", String.class)),
                        CaseStatus.valueOf(t.get("status", String.class)),
                        t.get("opened_at", Instant.class),
                        t.get("display_name", String.class)))
                .toList();
    }

    private static CaseRow row(Tuple t) {
        Instant due = t.get("next_due_at", Instant.class);
        String kind = t.get("due_kind", String.class);
        return new CaseRow(
                t.get("id", UUID.class),
                t.get("person_id", UUID.class),
                t.get("case_number", String.class),
                t.get("pseudonym", String.class),
                CaseStatus.valueOf(t.get("status", String.class)),
                Urgency.valueOf(t.get("urgency", String.class)),
                t.get("opened_at", Instant.class),
                kind == null ? null : DeadlineKind.valueOf(kind),
                due,
                t.get("display_name", String.class),
                new PlaceInTime(due == null ? CaseListSql.NEVER : due, t.get("id", UUID.class)));
    }

    List<CaseSteps.Stored> history(UUID caseId) {
        return Tuples.of(entityManager.createNativeQuery("""
                        select h.id, h.entity, h.to_status, h.reason_code, h.created_at, s.display_name
                          from himaye.status_change h left join himaye.staff s on s.sub = h.created_by
                         where h.case_id = :case order by h.created_at desc, h.entity, h.to_status, h.id limit 50
                        """, Tuple.class).setParameter("case", caseId)).stream()
                .map(t -> new CaseSteps.Stored(
                        t.get(0, UUID.class),
                        t.get(1, String.class),
                        new StatusStep.Reached(t.get(2, String.class), t.get(3, String.class)),
                        t.get(4, Instant.class),
                        t.get(5, String.class)))
                .toList();
    }
}
