package org.himaye.link;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.referral.InstitutionChoice;
import org.himaye.shared.Configuration;
import org.himaye.shared.Translated;
import org.himaye.shared.Tuples;

/** What may be known of a link is decided by functions of the database. */
@Dependent
class LinkRepository {

    /** A row without a link tells how long a consent lasts that names no other day. */
    private static final String OF = """
            select (%s) as months, l.link_id, l.state, l.begun_at, l.last_day, i.name_az, i.name_en, i.name_ru
              from (values (1)) once left join (himaye.links_of(:case) l join himaye.institution i on i.id = l.house) on true
             order by l.begun_at desc, l.link_id
            """.formatted(Configuration.inForce("'consent.default.months'"));

    /** Another house that may know the person, unless it is asked or linked already. */
    private static final String CHOICES = """
            select i.id, i.name_az, i.name_en, i.name_ru from himaye.institution i
             where i.id in (select himaye.earlier_houses(:case)) and i.id <> :institution and i.active
               and i.id not in (select l.house from himaye.links_of(:case) l)
             order by i.name_en
            """;

    private static final String ASKED = """
            select a.link_id, a.case_id, c.person_id, c.case_number, a.asking_case, a.asking_person, l.created_at, i.name_az, i.name_en, i.name_ru
              from himaye.links_asked() a
              join himaye.person_link l on l.id = a.link_id
              join himaye.case_file c on c.id = a.case_id
              join himaye.institution i on i.id = l.institution_id
             where %s
             order by l.created_at, a.link_id, c.case_number limit :rows
            """;

    private static final String RUN_OUT = """
            select l from PersonLink l where l.caseId = :case and l.askedInstitutionId = :institution
               and l.state <> org.himaye.link.LinkState.ENDED and (l.validTo < :today or l.confirmedValidTo < :today)
            """;

    private static final String ON = """
            select l from PersonLink l where (l.caseId = :case or l.askedCaseId = :case) and l.state <> org.himaye.link.LinkState.ENDED
            """;

    /** @param asking the case that asks, for the event alone: nobody is shown it */
    record Asked(LinkQuestion question, Link asking) {}

    /**
     * What stands on a case.
     *
     * @param months how long an agreement lasts that names no other day
     */
    record Standing(List<LinkRow> links, int months) {}

    @PersistenceContext
    private EntityManager entityManager;

    void add(PersonLink link) {
        entityManager.persist(link);
    }

    Optional<PersonLink> find(UUID id) {
        return Optional.ofNullable(entityManager.find(PersonLink.class, id));
    }

    /** For a step: a second one waits until the first has ended. */
    Optional<PersonLink> lock(UUID id) {
        return Optional.ofNullable(entityManager.find(PersonLink.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Standing of(UUID caseId, LocalDate today) {
        List<Tuple> rows = Tuples.of(entityManager
                .createNativeQuery(OF, Tuple.class)
                .setParameter("case", caseId)
                .setParameter("today", today));
        List<LinkRow> links = rows.stream()
                .filter(t -> t.get("link_id") != null)
                .map(t -> new LinkRow(
                        t.get("link_id", UUID.class),
                        name(t),
                        LinkState.valueOf(t.get("state", String.class)),
                        t.get("begun_at", Instant.class),
                        t.get("last_day", LocalDate.class)))
                .toList();
        return new Standing(links, rows.getFirst().get("months", Number.class).intValue());
    }

    List<InstitutionChoice> choices(UUID caseId, UUID institution) {
        return Tuples.of(entityManager
                        .createNativeQuery(CHOICES, Tuple.class)
                        .setParameter("case", caseId)
                        .setParameter("institution", institution))
                .stream()
                .map(t -> new InstitutionChoice(t.get("id", UUID.class), name(t), null))
                .toList();
    }

    /** Those that are not taken back, whatever has become of the other case. */
    List<PersonLink> on(UUID caseId) {
        return entityManager
                .createQuery(ON, PersonLink.class)
                .setParameter("case", caseId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Ends what ran out before that day and would be in the way of a new question. */
    void endRunOut(UUID caseId, UUID institution, LocalDate today, UUID by, Instant at) {
        entityManager
                .createQuery(RUN_OUT, PersonLink.class)
                .setParameter("case", caseId)
                .setParameter("institution", institution)
                .setParameter("today", today)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(each -> each.end(by, at));
        entityManager.flush();
    }

    /** What the caller's house is asked, the oldest first. */
    List<Asked> asked(int rows) {
        return asked(entityManager.createNativeQuery(ASKED.formatted("true"), Tuple.class), rows);
    }

    /** What the house is asked about this case of its own, the oldest. */
    Optional<Asked> askedAbout(UUID ownCase) {
        Query about = entityManager.createNativeQuery(ASKED.formatted("a.case_id = :case"), Tuple.class);
        return asked(about.setParameter("case", ownCase), 1).stream().findFirst();
    }

    /** If this is what the house is asked about this case of its own. */
    Optional<Asked> asked(UUID linkId, UUID ownCase) {
        Query one = entityManager.createNativeQuery(
                ASKED.formatted("a.link_id = :link and a.case_id = :case"), Tuple.class);
        return asked(one.setParameter("link", linkId).setParameter("case", ownCase), 1).stream()
                .findFirst();
    }

    private static List<Asked> asked(Query query, int rows) {
        return Tuples.of(query.setParameter("rows", rows)).stream()
                .map(t -> new Asked(
                        new LinkQuestion(
                                t.get("link_id", UUID.class),
                                name(t),
                                t.get("case_id", UUID.class),
                                t.get("person_id", UUID.class),
                                t.get("case_number", String.class),
                                t.get("created_at", Instant.class)),
                        new Link(t.get("asking_case", UUID.class), t.get("asking_person", UUID.class))))
                .toList();
    }

    private static Translated name(Tuple t) {
        return new Translated(
                t.get("name_az", String.class), t.get("name_en", String.class), t.get("name_ru", String.class));
    }
}
