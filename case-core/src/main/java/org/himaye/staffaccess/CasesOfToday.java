package org.himaye.staffaccess;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Tuples;

/** Which cases are the caller's today. Which rows he meets at all is decided by row-level security. */
@Dependent
class CasesOfToday {

    /** Whom the rows of a house or a queue are for; everybody else works on a case or has nothing to do with it. */
    private static final Set<Role> BY_HOUSE_OR_QUEUE = EnumSet.of(
            Role.SUPERVISOR,
            Role.IDENTIFICATION_OFFICER,
            Role.FINANCE_REVIEWER,
            Role.FINANCE_APPROVER,
            Role.FINANCE_PAYER);

    private static final String AMONG = """
            select c.id, c.case_number from himaye.case_file c
             where c.id in (:cases) and c.id <> all ((select himaye.shut_cases())::uuid[])
               and (:all or exists (select 1 from himaye.case_assignment a
                                     where a.case_id = c.id and a.staff_sub = :caller and a.assigned_until is null))
            """;

    @PersistenceContext
    private EntityManager entityManager;

    /** Numbers of those among these cases. */
    Map<UUID, String> among(Collection<UUID> cases, Caller caller) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        return Tuples.of(entityManager
                        .createNativeQuery(AMONG, Tuple.class)
                        .setParameter("cases", cases)
                        .setParameter("all", BY_HOUSE_OR_QUEUE.contains(caller.role()))
                        .setParameter("caller", caller.sub()))
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", UUID.class), row -> row.get("case_number", String.class)));
    }
}
