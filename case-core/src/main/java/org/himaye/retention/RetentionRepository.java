package org.himaye.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.person.AgeBand;
import org.himaye.shared.Configuration;
import org.himaye.shared.Tuples;

@Dependent
class RetentionRepository {

    private static final String DUE = """
            select e.id, e.version, e.subject_id, e.number, e.pseudonym, e.rule, e.reason, e.due_on,
                   p.display_name as privacy_officer, s.display_name as supervisor, e.privacy_by, e.supervisor_by,
                   exists (select 1 from himaye.legal_hold h where h.case_id = e.subject_id and h.lifted_at is null) as held
              from himaye.erasure e
              left join himaye.staff p on p.sub = e.privacy_by
              left join himaye.staff s on s.sub = e.supervisor_by
             where e.withdrawn_at is null and e.executed_at is null
               and (cast(:after as uuid) is null
                    or (e.due_on, e.id) > (select l.due_on, l.id from himaye.erasure l where l.id = :after))
             order by e.due_on, e.id
             limit :rows
            """;

    private static final String HOLDS = """
            select h.id, h.version, h.case_id, h.case_number, h.reason, h.reference, h.created_at, h.created_by, s.display_name
              from himaye.legal_hold h join himaye.staff s on s.sub = h.created_by
             where h.lifted_at is null
             order by h.created_at desc, h.id
             limit :rows
            """;

    private static final String ERASABLE =
            "select case_id, person_id, institution_id, pseudonym, obstacle from himaye.erasable(cast(:number as text))";

    private static final String CANDIDATES = """
            select subject, subject_id, number, institution_id, pseudonym, refused, ended_on, opened_on, person_id, age_band,
                   age_told_on, date_of_birth
              from himaye.retention_candidates(:closedBefore, :refusedBefore, :decidedBefore, :withdrawnAfter)
            """;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Configuration configuration;

    /** A proposal as it stands, with who said yes. */
    record Due(ErasureRow row, UUID privacyBy, UUID supervisorBy) {}

    /** Something that may be over, with what its term hangs on; the birth date as it is sealed, or null. */
    record Candidate(
            Erasable what,
            boolean refused,
            LocalDate ended,
            LocalDate opened,
            AgeBand band,
            LocalDate bandToldOn,
            byte[] birth) {}

    List<Due> due(UUID after, int rows) {
        return Tuples.of(entityManager
                        .createNativeQuery(DUE, Tuple.class)
                        .setParameter("after", after)
                        .setParameter("rows", rows))
                .stream()
                .map(RetentionRepository::due)
                .toList();
    }

    private static Due due(Tuple t) {
        String reason = t.get("reason", String.class);
        return new Due(
                new ErasureRow(
                        t.get("id", UUID.class),
                        t.get("version", Integer.class),
                        t.get("subject_id", UUID.class),
                        t.get("number", String.class),
                        t.get("pseudonym", String.class),
                        RetentionRule.valueOf(t.get("rule", String.class)),
                        reason == null ? null : ErasureReason.valueOf(reason),
                        t.get("due_on", LocalDate.class),
                        t.get("privacy_officer", String.class),
                        t.get("supervisor", String.class),
                        t.get("held", Boolean.class),
                        false),
                t.get("privacy_by", UUID.class),
                t.get("supervisor_by", UUID.class));
    }

    /** @param by for whom */
    List<HoldRow> holds(UUID by, int rows) {
        return Tuples.of(entityManager.createNativeQuery(HOLDS, Tuple.class).setParameter("rows", rows)).stream()
                .map(t -> new HoldRow(
                        t.get("id", UUID.class),
                        t.get("version", Integer.class),
                        t.get("case_id", UUID.class),
                        t.get("case_number", String.class),
                        HoldReason.valueOf(t.get("reason", String.class)),
                        t.get("reference", String.class),
                        t.get("display_name", String.class),
                        t.get("created_at", Instant.class),
                        !by.equals(t.get("created_by", UUID.class))))
                .toList();
    }

    /** The case that the caller may have erased or held. */
    Optional<Erasable> erasable(String number) {
        return Tuples.of(entityManager.createNativeQuery(ERASABLE, Tuple.class).setParameter("number", number)).stream()
                .findFirst()
                .map(t -> new Erasable(
                        ErasureSubject.CASE,
                        t.get("case_id", UUID.class),
                        number,
                        t.get("institution_id", UUID.class),
                        t.get("person_id", UUID.class),
                        t.get("pseudonym", String.class),
                        t.get("obstacle", String.class)));
    }

    RetentionTerms terms() {
        return new RetentionTerms(
                configuration.number("retention.adult.years"),
                configuration.number("retention.child.years"),
                configuration.number("retention.child.age"),
                configuration.number("retention.referral.days"),
                configuration.number("retention.refused.days"));
    }

    int daysUntilAgain() {
        return configuration.number("retention.again.days");
    }

    /** Takes away what was being written while its case was erased. As the job RETENTION alone. */
    void sweep() {
        entityManager.createNativeQuery("select 1 from himaye.sweep_erased()").getResultList();
    }

    /** As the job RETENTION alone. */
    List<Candidate> candidates(RetentionTerms terms, LocalDate today, Instant withdrawnAfter) {
        return Tuples.of(entityManager
                        .createNativeQuery(CANDIDATES, Tuple.class)
                        .setParameter("closedBefore", terms.closedBefore(today))
                        .setParameter("refusedBefore", terms.refusedBefore(today))
                        .setParameter("decidedBefore", terms.decidedBefore(today))
                        .setParameter("withdrawnAfter", withdrawnAfter))
                .stream()
                .map(RetentionRepository::candidate)
                .toList();
    }

    private static Candidate candidate(Tuple t) {
        String band = t.get("age_band", String.class);
        return new Candidate(
                new Erasable(
                        ErasureSubject.valueOf(t.get("subject", String.class)),
                        t.get("subject_id", UUID.class),
                        t.get("number", String.class),
                        t.get("institution_id", UUID.class),
                        t.get("person_id", UUID.class),
                        t.get("pseudonym", String.class),
                        null),
                t.get("refused", Boolean.class),
                t.get("ended_on", LocalDate.class),
                t.get("opened_on", LocalDate.class),
                band == null ? null : AgeBand.valueOf(band),
                t.get("age_told_on", LocalDate.class),
                t.get("date_of_birth", byte[].class));
    }

    /** @return what is in the way, or null when it is done; {@link Erasure} is not to be used any more */
    String erase(Erasure confirmed) {
        try {
            entityManager.flush();
        } catch (OptimisticLockException faster) {
            throw new ChangedMeanwhile();
        }
        return (String) entityManager
                .createNativeQuery("select himaye.erase(:id)")
                .setParameter("id", confirmed.id())
                .getSingleResult();
    }

    Optional<Erasure> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Erasure.class, id));
    }

    Optional<LegalHold> findHold(UUID id) {
        return Optional.ofNullable(entityManager.find(LegalHold.class, id));
    }

    void add(Erasure erasure) {
        entityManager.persist(erasure);
    }

    void add(LegalHold hold) {
        entityManager.persist(hold);
    }
}
