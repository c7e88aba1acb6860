package org.himaye.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Row;
import org.himaye.consent.Consent;
import org.himaye.consent.ConsentGiver;
import org.himaye.document.DocumentKind;
import org.himaye.shared.Configuration;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.Tuples;

@Dependent
class DisclosureRepository {

    private static final String LINES = """
            select d.id, d.case_id, c.person_id, d.reference, d.case_number, d.state, d.receiver, d.organisation, d.created_at, d.expires_on,
                   d.informing, (select count(*) from himaye.disclosure_copy k where k.disclosure_id = d.id) as copies
              from himaye.disclosure d left join himaye.case_file c on c.id = d.case_id
             where (cast(:state as text) is null or d.state = :state) and (cast(:receiver as text) is null or d.receiver = :receiver)
               and (cast(:number as text) is null or d.case_number = :number)
            """;

    private static final String COPIES = """
            select k.kind, k.created_at, s.display_name, k.sha256, k.document_kind
              from himaye.disclosure_copy k join himaye.staff s on s.sub = k.created_by
             where k.disclosure_id = :disclosure order by k.created_at desc, k.id
            """;

    private static final String NAMES = """
            select s.sub, s.display_name, (%s) as days from himaye.staff s
             where s.sub in (:entered, :checked, :decided)
            """.formatted(Configuration.inForce("'disclosure.expiry.days'"));

    private static final String CONSENTS = """
            select t, k from DisclosureConsent t join Consent k on k.id = t.id
             where t.disclosureId = :disclosure and k.status = org.himaye.consent.ConsentStatus.GIVEN and k.validTo >= :today
               and not exists (select 1 from DisclosureConsent later join Consent no on no.id = later.id
                                where later.disclosureId = t.disclosureId and no.status = org.himaye.consent.ConsentStatus.REFUSED
                                  and no.answeredAt > k.answeredAt)
             order by k.answeredAt desc, k.id
            """;

    private static final String LAST_CONFLICT = "select d.guardianConflict from Disclosure d where d.caseId = :case"
            + " and (d.guardianConflict = true or d.guardianConflict = false and d.decidedBy is not null)"
            + " %s order by d.checkedAt desc, d.id";

    /** What was corrected is not told any more. */
    private static final String CURRENT_NOTES =
            "select r from CaseNote r where r.caseId = :case and r.createdAt <= :decided and r.sort = org.himaye.note.NoteSort.%s"
                    + " and not exists (select 1 from CaseNote later where later.corrects = r.id) order by r.createdAt, r.id";

    /** What a package is made of; each with the rows of one case, the oldest first. */
    private static final Map<String, String> SOURCES = Map.of(
            "person",
            "select r from Person r where r.id = :person",
            "contact_point",
            "select r from ContactPoint r where r.personId = :person and r.safe = org.himaye.person.SafeToUse.YES"
                    + " and r.kind <> org.himaye.person.ContactKind.ADDRESS and r.updatedAt <= :decided"
                    + " and (r.validTo is null or r.validTo >= :today) order by r.createdAt, r.id",
            "statement",
            CURRENT_NOTES.formatted("STATEMENT"),
            "health",
            CURRENT_NOTES.formatted("HEALTH"),
            "identification",
            "select r from Identification r where r.id = :case and r.decidedAt <= :decided",
            "reimbursement_request",
            "select r from ReimbursementRequest r where r.caseId = :case and r.approvedAt <= :decided"
                    + " and r.state in (org.himaye.reimbursement.ReimbursementState.APPROVED,"
                    + " org.himaye.reimbursement.ReimbursementState.PARTLY_PAID, org.himaye.reimbursement.ReimbursementState.PAID) order by r.createdAt, r.id");

    @PersistenceContext
    private EntityManager entityManager;

    PageOf<DisclosureLine> page(DisclosureQuery query, int size) {
        PageAsked page = query.page();
        Query lines = entityManager
                .createNativeQuery(LINES + " and " + page.where("d.created_at, d.id") + " limit :rows", Tuple.class)
                .setParameter(
                        "state", query.state() == null ? null : query.state().name())
                .setParameter(
                        "receiver",
                        query.receiver() == null ? null : query.receiver().name())
                .setParameter("number", query.number())
                .setParameter("at", page.from().at())
                .setParameter("id", page.from().id())
                .setParameter("rows", size + 1);
        List<DisclosureLine> found =
                Tuples.of(lines).stream().map(DisclosureRepository::line).toList();
        return PageOf.found(found, size, page, DisclosureLine::place);
    }

    private static DisclosureLine line(Tuple t) {
        String informing = t.get("informing", String.class);
        return new DisclosureLine(
                t.get("id", UUID.class),
                t.get("case_id", UUID.class),
                t.get("person_id", UUID.class),
                t.get("reference", String.class),
                t.get("case_number", String.class),
                DisclosureState.valueOf(t.get("state", String.class)),
                ReceiverKind.valueOf(t.get("receiver", String.class)),
                t.get("organisation", String.class),
                t.get("created_at", Instant.class),
                day(t.get("expires_on")),
                informing == null ? null : Informing.valueOf(informing),
                t.get("copies", Number.class).intValue());
    }

    private static LocalDate day(Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }

    Optional<Disclosure> find(DisclosureNumber number) {
        return entityManager
                .createQuery("select d from Disclosure d where d.reference = :reference", Disclosure.class)
                .setParameter("reference", number.text())
                .getResultStream()
                .findFirst();
    }

    Optional<Disclosure> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Disclosure.class, id));
    }

    List<DisclosureView.Copy> copies(Disclosure of) {
        return Tuples.of(entityManager.createNativeQuery(COPIES, Tuple.class).setParameter("disclosure", of.id()))
                .stream()
                .map(t -> new DisclosureView.Copy(
                        CopyKind.valueOf(t.get("kind", String.class)),
                        t.get("created_at", Instant.class),
                        t.get("display_name", String.class),
                        t.get("sha256", String.class),
                        paper(t.get("document_kind", String.class))))
                .toList();
    }

    private static DocumentKind paper(String kind) {
        return kind == null ? null : DocumentKind.valueOf(kind);
    }

    /** Whether the file that carries receiver, term and conditions was made, and each of these papers: none goes without it. */
    boolean whole(Disclosure of, Set<UUID> papers) {
        List<DisclosureCopy> copies = entityManager
                .createQuery("select c from DisclosureCopy c where c.disclosureId = :id", DisclosureCopy.class)
                .setParameter("id", of.id())
                .getResultList();
        return copies.stream().anyMatch(each -> each.kind() != CopyKind.PAPER)
                && copies.stream().map(DisclosureCopy::documentId).toList().containsAll(papers);
    }

    int made(Disclosure of) {
        return entityManager
                .createQuery("select count(c) from DisclosureCopy c where c.disclosureId = :id", Long.class)
                .setParameter("id", of.id())
                .getSingleResult()
                .intValue();
    }

    /**
     * What stands beside a line, in one statement.
     *
     * @param names of who entered, checked and decided
     * @param expiryDays how long a receiver may use what is given, as proposed
     */
    record Beside(Map<UUID, String> names, int expiryDays) {}

    Beside beside(Disclosure of, LocalDate today) {
        Map<UUID, String> names = new HashMap<>();
        int days = 0;
        for (Tuple t : Tuples.of(entityManager
                .createNativeQuery(NAMES, Tuple.class)
                .setParameter("entered", of.createdBy())
                .setParameter("checked", of.checkedBy() == null ? of.createdBy() : of.checkedBy())
                .setParameter("decided", of.decidedBy() == null ? of.createdBy() : of.decidedBy())
                .setParameter("today", today))) {
            names.put(t.get("sub", UUID.class), t.get("display_name", String.class));
            days = t.get("days", Number.class).intValue();
        }
        return new Beside(names, days);
    }

    /** Those given to this request that are in force today and were not followed by a no, the latest first. */
    List<ConsentChoice> consents(Disclosure of, LocalDate today) {
        List<ConsentChoice> found = new ArrayList<>();
        for (Object[] both : entityManager
                .createQuery(CONSENTS, Object[].class)
                .setParameter("disclosure", of.id())
                .setParameter("today", today)
                .getResultList()) {
            DisclosureConsent terms = (DisclosureConsent) both[0];
            found.add(new ConsentChoice(terms.id(), ((Consent) both[1]).validTo(), terms.classes()));
        }
        return found;
    }

    /** Whether a guardian answered for a child. */
    boolean givenByGuardian(UUID consent) {
        return entityManager.find(Consent.class, consent).givenBy() == ConsentGiver.GUARDIAN;
    }

    /**
     * Whether the last other request of the case at which somebody asked found the guardian in conflict. That there is none counts from a
     * request that another person has decided: else whoever checks requests could clear a guardian alone.
     */
    boolean lastConflict(Disclosure of) {
        return first(entityManager
                .createQuery(LAST_CONFLICT.formatted("and d.id <> :id"), Boolean.class)
                .setParameter("case", of.caseId())
                .setParameter("id", of.id()));
    }

    /** The same of any request of the case. */
    boolean lastConflict(UUID caseId) {
        return first(entityManager
                .createQuery(LAST_CONFLICT.formatted(""), Boolean.class)
                .setParameter("case", caseId));
    }

    private static boolean first(TypedQuery<Boolean> found) {
        return found.setMaxResults(1).getResultStream().anyMatch(Boolean::booleanValue);
    }

    Optional<DisclosureConsent> consent(UUID id) {
        return Optional.ofNullable(entityManager.find(DisclosureConsent.class, id));
    }

    /**
     * The rows that hold what is to go, each with its source: a statement for each source, none for one of which nothing goes. What came
     * after the decision nobody decided about; where she lives is no safe contact.
     */
    Map<Row, String> sources(Set<String> sources, UUID caseId, UUID personId, LocalDate today, Instant decided) {
        Map<Row, String> rows = new LinkedHashMap<>();
        for (String source : sources.stream().sorted().toList()) {
            String sql = SOURCES.get(source);
            var query = entityManager.createQuery(sql, Row.class);
            if (sql.contains(":person")) {
                query.setParameter("person", personId);
            }
            if (sql.contains(":case")) {
                query.setParameter("case", caseId);
            }
            if (sql.contains(":decided")) {
                query.setParameter("decided", decided);
            }
            if (sql.contains(":today")) {
                query.setParameter("today", today);
            }
            query.getResultList().forEach(row -> rows.put(row, source));
        }
        return rows;
    }

    void add(Row row) {
        entityManager.persist(row);
    }
}
