package org.himaye.referral;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.StaffChoice;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Unseen;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Translated;
import org.himaye.shared.Tuples;

@Dependent
class ReferralRepository {

    /** Special institutions take persons in; another police body is never offered (BR-035). */
    private static final String AROUND = """
            with known as materialized (select himaye.earlier_records(:referral) as id)
            select i.id, i.name_az, i.name_en, i.name_ru, i.id in (select k.id from known k) as earlier
              from himaye.institution i
             where i.id = :sender or i.id in (select k.id from known k)
             order by i.name_en
            """;

    private static final String RECEIVER = "active and kind in ('SHELTER', 'ASSISTANCE_CENTRE')";

    private static final String ALTERNATIVE =
            "active and kind in ('SHELTER', 'ASSISTANCE_CENTRE', 'NGO', 'INTL_ORG', 'HOSPITAL', 'GUARDIANSHIP_BODY')";

    private static final String COLUMNS = """
            select r.id, r.number, r.status, r.urgency, r.sent_at, r.acknowledged_at, r.decided_at, r.reason, r.missing_items,
                   i.name_az, i.name_en, i.name_ru, %s as place,
                   case r.status when 'SENT' then r.acknowledge_due_at when 'ACKNOWLEDGED' then r.decide_due_at end as due_at
              from himaye.referral r join himaye.institution i on i.id = %s
            """;

    private static final String OWN = COLUMNS.formatted("r.sent_at", "r.receiver_institution") + """
             where r.sender_sub = :whose and (r.sent_at, r.id) < (:at, :id)
             order by r.sent_at desc, r.id desc limit :rows
            """;

    private static final String WAITING_PLACE =
            "coalesce(case r.status when 'SENT' then r.acknowledge_due_at when 'ACKNOWLEDGED' then r.decide_due_at end,"
                    + " '9999-01-01T00:00:00Z')";

    private static final String WAITING =
            COLUMNS.formatted(WAITING_PLACE, "r.sender_institution") + """
             where r.receiver_institution = :whose and r.status in ('SENT', 'ACKNOWLEDGED', 'RETURNED')
               and (""" + WAITING_PLACE + """
            , r.id) > (:at, :id)
             order by place, r.id limit :rows
            """;

    private static final String DECIDED = COLUMNS.formatted("r.decided_at", "r.sender_institution") + """
             where r.receiver_institution = :whose and r.decided_at is not null and (r.decided_at, r.id) < (:at, :id)
             order by r.decided_at desc, r.id desc limit :rows
            """;

    /** The database knows whether the case is closed; the sender does not meet the case. */
    private static final String SENT =
            "select r, cast(function('himaye.sender_reads', r.id, :now) as Boolean) from Referral r where r.number = :number";

    /** Which list, with the place before its first row. */
    enum Which {
        OWN(ReferralRepository.OWN, Mark.LAST),
        WAITING(ReferralRepository.WAITING, Mark.FIRST),
        DECIDED(ReferralRepository.DECIDED, Mark.LAST);

        private final String sql;
        private final Mark start;

        Which(String sql, Mark start) {
            this.sql = sql;
            this.start = start;
        }
    }

    /** Place of a row in a list: its time, then its id. */
    record Mark(Instant at, UUID id) {

        static final Mark FIRST = new Mark(Instant.EPOCH, new UUID(0, 0));
        static final Mark LAST = new Mark(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        /** As it stands in an address; anything else begins at the start. */
        static Mark parse(String text, Mark start) {
            if (text == null || !text.matches("[0-9TZ:.-]{20,30}_[0-9a-f-]{36}")) {
                return start;
            }
            int cut = text.indexOf('_');
            try {
                return new Mark(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
            } catch (java.time.format.DateTimeParseException | IllegalArgumentException notOurs) {
                return start;
            }
        }

        String text() {
            return at + "_" + id;
        }
    }

    /** How a caseworker stands to what reaches the institution. */
    record Duty(boolean onDuty, boolean centre) {}

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Unseen unseen;

    @Inject
    private BusinessClock clock;

    void add(Object row) {
        entityManager.persist(row);
    }

    /** A second request with the same id waits here until the first has ended. */
    void oneAtATime(UUID id) {
        entityManager
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(:key)) locked")
                .setParameter("key", id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .getResultList();
    }

    Optional<Referral> find(UUID id) {
        return Optional.ofNullable(entityManager.find(Referral.class, id));
    }

    /** @throws Refused when there is none */
    Referral get(ReferralNumber number) {
        return byNumber(number, LockModeType.NONE);
    }

    /** @param recent its sender still reads the text */
    record Sent(Referral referral, boolean recent) {}

    /** As {@link #get}, for whoever sent it. */
    Sent sent(ReferralNumber number) {
        return sent(number, LockModeType.NONE);
    }

    /** As {@link #lock}, for whoever sent it. */
    Sent lockSent(ReferralNumber number) {
        return sent(number, LockModeType.PESSIMISTIC_WRITE);
    }

    private Sent sent(ReferralNumber number, LockModeType lock) {
        return entityManager
                .createQuery(SENT, Tuple.class)
                .setParameter("number", number.text())
                .setParameter("now", clock.instant())
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .map(found -> new Sent(found.get(0, Referral.class), found.get(1, Boolean.class)))
                .orElseThrow(() -> unseen.refuse("referral", number.text()));
    }

    /** As {@link #get}, for a step: a second request waits until the first has ended. */
    Referral lock(ReferralNumber number) {
        return byNumber(number, LockModeType.PESSIMISTIC_WRITE);
    }

    private Referral byNumber(ReferralNumber number, LockModeType lock) {
        return entityManager
                .createQuery("select r from Referral r where r.number = :number", Referral.class)
                .setParameter("number", number.text())
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> unseen.refuse("referral", number.text()));
    }

    Optional<Referral> ofCase(UUID caseId) {
        return entityManager
                .createQuery("select r from Referral r where r.caseId = :case", Referral.class)
                .setParameter("case", caseId)
                .getResultStream()
                .findFirst();
    }

    List<ReferralStep> steps(UUID referralId) {
        return entityManager
                .createQuery(
                        "select s from ReferralStep s where s.referralId = :referral order by s.createdAt, s.id",
                        ReferralStep.class)
                .setParameter("referral", referralId)
                .getResultList();
    }

    List<InstitutionChoice> receivers() {
        return institutions(RECEIVER);
    }

    /** Where the person could go instead: neither to whom it was sent, nor back to who sent it. */
    List<InstitutionChoice> alternatives(Referral referral) {
        return institutions(ALTERNATIVE).stream()
                .filter(each -> !each.id().equals(referral.receiverInstitution())
                        && !each.id().equals(referral.senderInstitution()))
                .toList();
    }

    boolean takesReferrals(UUID institution) {
        return receivers().stream().anyMatch(each -> each.id().equals(institution));
    }

    private List<InstitutionChoice> institutions(String which) {
        return choices(entityManager.createNativeQuery(
                "select id, name_az, name_en, name_ru, phone from himaye.institution where " + which
                        + " order by kind desc, name_en",
                Tuple.class));
    }

    /** The named institutions, in no order. */
    List<InstitutionChoice> institutions(List<UUID> ids) {
        return choices(entityManager
                .createNativeQuery(
                        "select id, name_az, name_en, name_ru, phone from himaye.institution where id in (:ids)",
                        Tuple.class)
                .setParameter("ids", ids));
    }

    /** Who sent it, and who may know the person already (BR-037): asked in one statement, because a page has few. */
    Around around(Referral referral) {
        List<Tuple> rows = Tuples.of(entityManager
                .createNativeQuery(AROUND, Tuple.class)
                .setParameter("sender", referral.senderInstitution())
                .setParameter("referral", referral.id()));
        return new Around(
                rows.stream()
                        .filter(t -> t.get("id", UUID.class).equals(referral.senderInstitution()))
                        .map(ReferralRepository::name)
                        .findFirst()
                        .orElseThrow(),
                rows.stream()
                        .filter(t -> t.get("earlier", Boolean.class))
                        .map(ReferralRepository::name)
                        .toList());
    }

    /** @param earlier names of institutions that may have an earlier record; of nobody for who may not be told */
    record Around(Translated sender, List<Translated> earlier) {}

    private static List<InstitutionChoice> choices(Query query) {
        return Tuples.of(query).stream()
                .map(t -> new InstitutionChoice(t.get("id", UUID.class), name(t), t.get("phone", String.class)))
                .toList();
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

    Duty duty(UUID sub, UUID institution) {
        return Tuples.of(entityManager
                        .createNativeQuery(
                                "select s.on_duty, i.kind from himaye.staff s join himaye.institution i on i.id = s.institution"
                                        + " where s.sub = :sub and s.institution = :institution and s.active",
                                Tuple.class)
                        .setParameter("sub", sub)
                        .setParameter("institution", institution))
                .stream()
                .map(t -> new Duty(t.get(0, Boolean.class), "ASSISTANCE_CENTRE".equals(t.get(1, String.class))))
                .findFirst()
                .orElse(new Duty(false, false));
    }

    /** The person of a case, for the event. */
    UUID personOf(UUID caseId) {
        return caseId == null
                ? null
                : (UUID) entityManager
                        .createNativeQuery("select person_id from himaye.case_file where id = :id", UUID.class)
                        .setParameter("id", caseId)
                        .getSingleResult();
    }

    List<ReferralRow> list(Which which, UUID whose, String after, int rows) {
        Mark mark = Mark.parse(after, which.start);
        return Tuples.of(entityManager
                        .createNativeQuery(which.sql, Tuple.class)
                        .setParameter("whose", whose)
                        .setParameter("at", mark.at())
                        .setParameter("id", mark.id())
                        .setParameter("rows", rows))
                .stream()
                .map(ReferralRepository::row)
                .toList();
    }

    private static ReferralRow row(Tuple t) {
        String reason = t.get("reason", String.class);
        UUID id = t.get("id", UUID.class);
        List<MissingItem> missing =
                new Referral.MissingItems().convertToEntityAttribute(t.get("missing_items", String.class));
        return new ReferralRow(
                id,
                t.get("number", String.class),
                ReferralStatus.valueOf(t.get("status", String.class)),
                Urgency.valueOf(t.get("urgency", String.class)),
                name(t),
                t.get("sent_at", Instant.class),
                t.get("acknowledged_at", Instant.class),
                t.get("decided_at", Instant.class),
                t.get("due_at", Instant.class),
                reason == null ? null : ReferralReason.valueOf(reason),
                missing == null ? List.of() : missing,
                new Mark(t.get("place", Instant.class), id).text());
    }

    private static Translated name(Tuple t) {
        return new Translated(
                t.get("name_az", String.class), t.get("name_en", String.class), t.get("name_ru", String.class));
    }
}
