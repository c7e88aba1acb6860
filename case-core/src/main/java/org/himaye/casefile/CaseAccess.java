package org.himaye.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Grant;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Standing;
import org.himaye.confidentiality.Unseen;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Tuples;

/**
 * Asked by every capability before it touches a case: finds it by number, tells how the caller stands to it and refuses who has
 * no relation or is kept out by a restriction (BR-075). One statement. Must run within a transaction, short or that of the act.
 */
@Dependent
public class CaseAccess {

    static final String FIND = """
            select c.id, c.case_number, c.person_id, c.institution_id, c.status, c.urgency, c.version, c.opened_at,
                   c.anonymous_mode, c.referral_id is not null as referred, p.pseudonym, p.age_band, p.age_basis, p.sex, p.languages,
                   i.name_az, i.name_en, i.name_ru, s.display_name, s.sub, c.identification_status,
                   exists (select 1 from himaye.case_assignment a
                            where a.case_id = c.id and a.staff_sub = :caller and a.assigned_until is null) as assigned,
                   (select array_agg(d.kind order by d.due_at) from himaye.case_deadline d
                     where d.case_id = c.id and d.met_at is null
                       and (d.kind <> 'REFLECTION_ENDS' or d.due_at > :now)) as due_kinds,
                   (select array_agg(extract(epoch from d.due_at)::bigint order by d.due_at) from himaye.case_deadline d
                     where d.case_id = c.id and d.met_at is null
                       and (d.kind <> 'REFLECTION_ENDS' or d.due_at > :now)) as due_times,
                   exists (select 1 from himaye.consent k
                            where k.case_id = c.id and k.scope = 'LEGAL_AID' and k.status = 'GIVEN' and k.valid_to >= :today) as legal_aid,
                   himaye.is_restricted(c.id) as restricted, g.id as grant_id, g.classes as grant_classes, g.ends_at as grant_ends
              from himaye.case_file c
              join himaye.person p on p.id = c.person_id
              join himaye.institution i on i.id = c.institution_id
              left join himaye.case_assignment pa
                     on pa.case_id = c.id and pa.function = 'PRIMARY' and pa.assigned_until is null
              left join himaye.staff s on s.sub = pa.staff_sub
              left join lateral (select e.id, e.classes, e.ends_at from himaye.break_glass_grant e
                     where e.case_id = c.id and e.created_by = :caller and e.session_ref = :session
                       and e.institution_id = c.institution_id and e.ended_at is null and e.ends_at > :now
                     order by e.ends_at desc limit 1) g on true
             where c.case_number = :number and c.id <> all ((select himaye.shut_cases())::uuid[])
            """;

    /** The machine and a bearer token have none, and no emergency access. */
    static final String NO_SESSION = "";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ActRecord record;

    @Inject
    private Standing standing;

    @Inject
    private Unseen unseen;

    @Inject
    private BusinessClock clock;

    /**
     * The case, for a caller who works on it or supervises its institution.
     *
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    public CaseFacts require(CaseNumber number) {
        CaseFacts found = find(number);
        if (found.policy().relations().isEmpty()) {
            throw new Refused(AccessReason.NO_RELATION);
        }
        standing.on(found.policy());
        return found;
    }

    /**
     * The case, for a capability that grants a relation of its own (the payer's queue, the set sent to the special unit).
     *
     * @param own relations which that capability has verified; none of them verified means the caller's own relations decide
     */
    public CaseFacts require(CaseNumber number, Set<Relation> own) {
        CaseFacts found = find(number);
        EnumSet<Relation> all = EnumSet.noneOf(Relation.class);
        all.addAll(found.policy().relations());
        all.addAll(own);
        if (all.isEmpty()) {
            throw new Refused(AccessReason.NO_RELATION);
        }
        standing.on(found.policy());
        return found.with(all);
    }

    /**
     * The case, for somebody of its institution who asks for emergency access to it: he need have no other relation.
     *
     * @throws Refused when there is no such case, another institution is responsible or it is closed to all but named persons, the caller
     *     among them or not (4.7): the same answer
     */
    public CaseFacts requireForEmergency(CaseNumber number) {
        CaseFacts found = find(number);
        if (!found.institution().equals(currentCaller.get().institution())) {
            throw new Refused(AccessReason.NO_RELATION);
        }
        if (found.restricted()) {
            throw new Refused(AccessReason.RESTRICTED);
        }
        standing.on(found.policy());
        return found;
    }

    private CaseFacts find(CaseNumber number) {
        Caller caller = currentCaller.get();
        List<Tuple> rows = Tuples.of(entityManager
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("number", number.text())
                .setParameter("now", clock.instant())
                .setParameter("today", clock.today())
                .setParameter("caller", caller.sub())
                .setParameter("session", Objects.requireNonNullElse(caller.session(), NO_SESSION)));
        if (rows.isEmpty()) {
            throw unseen.refuse("case_file", number.text());
        }
        CaseFacts facts = toFacts(rows.get(0), caller);
        record.concerns(facts.caseId(), facts.personId());
        if (facts.policy().grant() != null) {
            record.under(facts.policy().grant());
        }
        return facts;
    }

    private CaseFacts toFacts(Tuple row, Caller caller) {
        UUID institution = row.get("institution_id", UUID.class);
        CaseStatus status = CaseStatus.valueOf(row.get("status", String.class));
        Set<Relation> relations = relations(caller, institution, row.get("assigned", Boolean.class));
        boolean opensByGrant = institution.equals(caller.institution())
                && record.opensByGrant()
                && !row.get("restricted", Boolean.class);
        Grant grant = opensByGrant ? grant(row) : null;
        if (grant != null) {
            relations.add(Relation.GRANT);
        }
        PolicyFacts policy = new PolicyFacts(
                row.get("id", UUID.class),
                row.get("person_id", UUID.class),
                institution,
                relations,
                conditions(row, status),
                grant);
        return new CaseFacts(policy, row, status, deadlines(row));
    }

    private static Set<Condition> conditions(Tuple row, CaseStatus status) {
        EnumSet<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (status == CaseStatus.INTAKE) {
            conditions.add(Condition.INTAKE_OPEN);
        }
        if (row.get("legal_aid", Boolean.class)) {
            conditions.add(Condition.CONSENT_LEGAL_AID);
        }
        if (!CaseFacts.child(row)) {
            conditions.add(Condition.ADULT);
        }
        return conditions;
    }

    /**
     * Working on the case opens it to everyone with a function on it; the same institution opens it to its supervisor only. A
     * caseworker without an assignment has no relation; emergency access comes beside, for acts that only read.
     */
    static EnumSet<Relation> relations(Caller caller, UUID institution, boolean assigned) {
        EnumSet<Relation> relations = EnumSet.noneOf(Relation.class);
        if (assigned) {
            relations.add(Relation.ASSIGNED);
        }
        if (caller.is(Role.SUPERVISOR) && institution.equals(caller.institution())) {
            relations.add(Relation.SAME_INSTITUTION);
        }
        return relations;
    }

    /** It holds in the session in which it was asked for: signing out ends it. */
    private static Grant grant(Tuple row) {
        UUID id = row.get("grant_id", UUID.class);
        return id == null
                ? null
                : new Grant(
                        id,
                        DataClass.ofNames(row.get("grant_classes", String.class)),
                        row.get("grant_ends", Instant.class));
    }

    private static List<CaseFacts.OpenDeadline> deadlines(Tuple row) {
        List<CaseFacts.OpenDeadline> items = new ArrayList<>();
        Object kinds = row.get("due_kinds");
        Object times = row.get("due_times");
        if (kinds instanceof Object[] names && times instanceof Object[] seconds) {
            for (int i = 0; i < names.length; i++) {
                items.add(new CaseFacts.OpenDeadline(
                        DeadlineKind.valueOf(names[i].toString()),
                        Instant.ofEpochSecond(((Number) seconds[i]).longValue())));
            }
        }
        return items;
    }
}
