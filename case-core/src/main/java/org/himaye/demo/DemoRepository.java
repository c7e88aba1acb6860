package org.himaye.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.himaye.shared.RowContext;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.Tuples;

/** Ids and versions that a person would have on her screen; nothing else. */
@Dependent
class DemoRepository {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private ShortTransaction transaction;

    record Place(UUID id, int version) {}

    boolean isDemo() {
        return "demo".equals(one("select kind from himaye.installation"));
    }

    boolean isEmpty() {
        return ((Number) one("select count(*) from (select 1 from himaye.referral limit 1) as any_row")).intValue()
                == 0;
    }

    /** The demo's only institution of the kind. */
    UUID institution(String kind) {
        return place("select id, 0 from himaye.institution where kind = :key and active", kind)
                .id();
    }

    /** Where a demo person works. */
    UUID employer(String username) {
        return place(
                        "select institution, 0 from himaye.staff where sub = cast(:key as uuid)",
                        DemoPeople.sub(username).toString())
                .id();
    }

    private Object one(String sql) {
        return transaction.readAs(
                RowContext.Job.DEMO, () -> entityManager.createNativeQuery(sql).getSingleResult());
    }

    int referral(String number) {
        return place("select id, version from himaye.referral where number = :key", number)
                .version();
    }

    Place ofCase(String table, String number) {
        String sql = switch (table) {
            case "case_file" -> "select id, version from himaye.case_file where case_number = :key";
            case "person" ->
                "select p.id, p.version from himaye.person p join himaye.case_file c on c.person_id = p.id"
                        + " where c.case_number = :key";
            case "intake" ->
                "select t.id, t.version from himaye.intake t join himaye.case_file c on c.id = t.id"
                        + " where c.case_number = :key";
            case "rehabilitation_plan" ->
                "select t.id, t.version from himaye.rehabilitation_plan t join himaye.case_file c on c.id = t.case_id"
                        + " where c.case_number = :key";
            case "identification_set" ->
                "select t.id, t.version from himaye.identification_set t join himaye.case_file c on c.id = t.case_id"
                        + " where c.case_number = :key";
            default -> throw new IllegalArgumentException(table);
        };
        return place(sql, number);
    }

    int request(String number) {
        return place("select id, version from himaye.reimbursement_request where reference = :key", number)
                .version();
    }

    UUID budget(int year) {
        return place(
                        "select id, version from himaye.budget_source where kind = 'STATE_BUDGET' and fiscal_year = cast(:key as int)",
                        Integer.toString(year))
                .id();
    }

    /** The oldest cases of an institution. */
    List<String> numbers(UUID institution, int most) {
        return transaction.readAs(
                RowContext.Job.DEMO,
                () -> Tuples.of(entityManager
                                .createNativeQuery(
                                        "select case_number from himaye.case_file where institution_id = :institution"
                                                + " order by opened_at limit :most",
                                        Tuple.class)
                                .setParameter("institution", institution)
                                .setParameter("most", most))
                        .stream()
                        .map(t -> t.get(0, String.class))
                        .toList());
    }

    List<UUID> goals(UUID plan) {
        return transaction.readAs(
                RowContext.Job.DEMO,
                () -> Tuples.of(entityManager
                                .createNativeQuery(
                                        "select id from himaye.plan_goal where plan_id = :plan order by id",
                                        Tuple.class)
                                .setParameter("plan", plan))
                        .stream()
                        .map(t -> t.get(0, UUID.class))
                        .toList());
    }

    private Place place(String sql, String key) {
        List<Tuple> rows = transaction.readAs(
                RowContext.Job.DEMO,
                () -> Tuples.of(
                        entityManager.createNativeQuery(sql, Tuple.class).setParameter("key", key)));
        if (rows.isEmpty()) {
            return new Place(null, 0);
        }
        return new Place(rows.get(0).get(0, UUID.class), rows.get(0).get(1, Integer.class));
    }
}
