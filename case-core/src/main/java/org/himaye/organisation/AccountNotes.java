package org.himaye.organisation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.shared.Tuples;

/** Tells people what was done to their way in, until they have read it: a colleague who did not ask for it finds out. */
@Dependent
public class AccountNotes {

    private static final String UNSEEN = """
            select a.kind, a.reason, s.display_name, a.at
              from himaye.account_act a join himaye.staff s on s.sub = a.by_sub
             where a.sub = :sub and a.seen_at is null order by a.at desc, a.id limit 10
            """;

    @PersistenceContext
    private EntityManager entityManager;

    /** What the person has not read yet, the newest first. */
    public List<AccountNote> of(UUID sub) {
        return Tuples.of(entityManager.createNativeQuery(UNSEEN, Tuple.class).setParameter("sub", sub)).stream()
                .map(t -> new AccountNote(
                        AccountKind.valueOf(t.get("kind", String.class)),
                        Optional.ofNullable(t.get("reason", String.class))
                                .map(AccountReason::valueOf)
                                .orElse(null),
                        t.get("display_name", String.class),
                        t.get("at", java.time.Instant.class)))
                .toList();
    }

    void seen(UUID sub) {
        entityManager
                .createNativeQuery("update himaye.account_act set seen_at = now() where sub = :sub and seen_at is null")
                .setParameter("sub", sub)
                .executeUpdate();
    }
}
