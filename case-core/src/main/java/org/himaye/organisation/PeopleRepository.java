package org.himaye.organisation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;
import org.himaye.shared.Tuples;

/** The staff list. Its rows are no records of a case and have no key; names of colleagues are OPERATIONAL. */
@Dependent
class PeopleRepository {

    private static final String ROW = """
            select t.* from (
            select s.sub, s.version, s.display_name, s.account, s.institution, i.name_az, i.name_en, i.name_ru, s.role, s.on_duty,
                   x.last_sign_in, s.ended_at, s.end_reason, s.provider_due, %s as cases,
                   case when not s.active then 'ENDED' when s.enrols then 'ENROLS'
                        when s.invited_at is not null and x.last_sign_in is null then 'INVITED' else 'WORKS' end as state
              from himaye.staff s
              join himaye.institution i on i.id = s.institution
              left join lateral (select max(o.created) as last_sign_in from himaye.signin_session o where o.sub = s.sub) x on true
            ) t where
            """;

    private static final String LIST = ROW.formatted("0") + """
             (cast(:institution as uuid) is null or t.institution = :institution)
               and (cast(:role as text) is null or t.role = :role)
               and (cast(:state as text) is null or t.state = :state)
               and (cast(:after as uuid) is null
                    or (t.display_name, t.sub) > (select a.display_name, a.sub from himaye.staff a where a.sub = :after))
             order by t.display_name, t.sub limit :rows
            """;

    private static final String ONE = ROW.formatted("himaye.open_cases_of(s.sub)") + " t.sub = :sub";

    private static final String INVITE = """
            insert into himaye.staff (sub, display_name, role, institution, account, invited_at, enrols)
            values (:sub, :name, :role, :institution, :account, :now, :enrols)
            """;

    @PersistenceContext
    private EntityManager entityManager;

    List<PersonRow> list(PeopleQuery query, int rows) {
        return Tuples.of(entityManager
                        .createNativeQuery(LIST, Tuple.class)
                        .setParameter("institution", query.institution())
                        .setParameter("role", name(query.role()))
                        .setParameter("state", name(query.state()))
                        .setParameter("after", query.after())
                        .setParameter("rows", rows))
                .stream()
                .map(PeopleRepository::row)
                .toList();
    }

    PersonRow get(UUID sub) {
        if (sub == null) {
            throw new Refused(AccessReason.UNKNOWN);
        }
        return Tuples.of(entityManager.createNativeQuery(ONE, Tuple.class).setParameter("sub", sub)).stream()
                .findFirst()
                .map(PeopleRepository::row)
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    boolean knows(String column, Object value) {
        String sql = column.equals("account")
                ? "select 1 from himaye.staff where account = :it"
                : "select 1 from himaye.staff where sub = :it";
        return !entityManager
                .createNativeQuery(sql)
                .setParameter("it", value)
                .getResultList()
                .isEmpty();
    }

    private static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static PersonRow row(Tuple t) {
        return new PersonRow(
                t.get("sub", UUID.class),
                t.get("version", Integer.class),
                t.get("display_name", String.class),
                t.get("account", String.class),
                t.get("institution", UUID.class),
                name(t),
                Role.valueOf(t.get("role", String.class)),
                t.get("on_duty", Boolean.class),
                PersonState.valueOf(t.get("state", String.class)),
                t.get("last_sign_in", Instant.class),
                t.get("ended_at", Instant.class),
                Optional.ofNullable(t.get("end_reason", String.class))
                        .map(EndReason::valueOf)
                        .orElse(null),
                t.get("provider_due", Instant.class),
                t.get("cases", Number.class).intValue());
    }

    private static Translated name(Tuple t) {
        return new Translated(
                t.get("name_az", String.class), t.get("name_en", String.class), t.get("name_ru", String.class));
    }

    /** Active institutions with the jobs that they have, by kind and name. */
    List<Workplace> workplaces() {
        return Tuples.of(entityManager.createNativeQuery("""
                        select i.id, i.kind, i.name_az, i.name_en, i.name_ru, array_to_string(i.mandate, ',') as mandate
                          from himaye.institution i where i.active order by i.kind, i.name_az, i.id
                        """, Tuple.class)).stream()
                .map(t -> new Workplace(
                        t.get("id", UUID.class),
                        name(t),
                        JobPlaces.of(
                                InstitutionKind.valueOf(t.get("kind", String.class)),
                                Arrays.stream(t.get("mandate", String.class).split(","))
                                        .collect(Collectors.toSet()))))
                .toList();
    }

    Set<Role> jobsOf(UUID institution) {
        return workplaces().stream()
                .filter(each -> each.id().equals(institution))
                .findFirst()
                .map(Workplace::jobs)
                .orElse(Set.of());
    }

    void invite(UUID sub, String name, Invitation invitation, boolean enrols, Instant now) {
        entityManager
                .createNativeQuery(INVITE)
                .setParameter("sub", sub)
                .setParameter("name", name)
                .setParameter("role", invitation.role().name())
                .setParameter("institution", invitation.institution().id())
                .setParameter("account", invitation.account())
                .setParameter("now", now)
                .setParameter("enrols", enrols)
                .executeUpdate();
    }

    /** @return false when the row has moved on since this version */
    boolean place(UUID sub, int version, Role role, UUID institution, boolean onDuty, boolean enrols, Instant now) {
        return change("""
                update himaye.staff set version = version + 1, role = :role, institution = :institution, on_duty = :onDuty,
                       enrols = :enrols, provider_due = :now
                 where sub = :sub and version = :version and active
                """, sub, version)
                        .setParameter("role", role.name())
                        .setParameter("institution", institution)
                        .setParameter("onDuty", onDuty)
                        .setParameter("enrols", enrols)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** @return false when the row has moved on since this version */
    boolean end(UUID sub, int version, EndReason reason, Instant now) {
        return change("""
                update himaye.staff set version = version + 1, active = false, on_duty = false, enrols = false, ended_at = :now,
                       end_reason = :reason, provider_due = :now
                 where sub = :sub and version = :version and active
                """, sub, version)
                        .setParameter("reason", reason.name())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Also the mark that the provider has to be told, until it was. */
    boolean enrol(UUID sub, int version, boolean enrols, Instant now) {
        return change("""
                update himaye.staff set version = version + 1, enrols = :enrols, provider_due = :now
                 where sub = :sub and version = :version and active
                """, sub, version)
                        .setParameter("enrols", enrols)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private Query change(String sql, UUID sub, int version) {
        return entityManager.createNativeQuery(sql).setParameter("sub", sub).setParameter("version", version);
    }

    /** The provider knows; a change that came meanwhile keeps its own mark. */
    void inStep(UUID sub, int version, boolean enrols) {
        change(
                        "update himaye.staff set enrols = :enrols, provider_due = null where sub = :sub and version = :version",
                        sub,
                        version)
                .setParameter("enrols", enrols)
                .executeUpdate();
    }

    void endSessions(UUID sub) {
        entityManager
                .createNativeQuery(
                        "update himaye.signin_session set ended_at = now(), end_reason = 'ADMINISTRATOR', renewal = null"
                                + " where sub = :sub and ended_at is null")
                .setParameter("sub", sub)
                .executeUpdate();
    }

    /** Text that was typed and not sent is its author's alone: nobody could ever read it again. */
    void forgetDrafts(UUID sub) {
        entityManager
                .createNativeQuery("select 1 from (select himaye.forget_drafts_of(:sub)) as forgotten")
                .setParameter("sub", sub)
                .getResultList();
    }

    void note(UUID sub, AccountKind kind, AccountReason reason, UUID by, Instant now) {
        entityManager
                .createNativeQuery("insert into himaye.account_act (id, sub, kind, reason, by_sub, at)"
                        + " values (:id, :sub, :kind, cast(:reason as text), :by, :now)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("sub", sub)
                .setParameter("kind", kind.name())
                .setParameter("reason", name(reason))
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }
}
