package org.himaye.accesslog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;

/**
 * One event as it stands in the table, with the cases that it names: all that its entries in the proof are made of.
 *
 * @param cases case and person with a space between, or the case alone
 */
record LogRow(
        UUID id,
        OffsetDateTime at,
        long seq,
        long xid,
        UUID actor,
        String role,
        UUID institution,
        String session,
        String client,
        String act,
        String action,
        String entity,
        UUID entityId,
        List<String> fields,
        List<String> classes,
        String purpose,
        UUID grant,
        String outcome,
        String reason,
        int rows,
        String query,
        String policy,
        OffsetDateTime happenedAt,
        List<String> cases) {

    /** What an entry says was asked for whose row has texts that no entry can hold. */
    private static final String UNFIT_ACT = "log.unfit";

    /** When a link {@code c} is of the time of its event {@code e}. */
    static final String LINKED = "c.at >= e.at - interval '5 minutes' and c.at <= e.at + interval '5 minutes'";

    /**
     * Null for a row whose texts an entry can hold, and a hash of them for any other: no time is in it and no setting changes it, and it names its
     * columns, so that it stays the same when the table gets another.
     */
    private static final String UNFIT =
            "case when himaye.sealable(e.act, e.action, e.entity, e.purpose, e.role, e.fields, e.classes, e.session_ref, e.client,"
                    + " e.reason, e.row_count, e.happened_at, e.outcome, e.query_hash, e.policy) then null"
                    + " else encode(sha256(convert_to(row(e.act, e.action, e.entity, e.purpose, e.role, e.fields, e.classes, e.session_ref,"
                    + " e.client, e.reason, e.row_count, e.outcome, e.query_hash, e.policy)::text, 'UTF8')), 'hex') end as unfit";

    /**
     * What {@link #read} needs, of {@code himaye.access_event e}. Links are written with their event in one statement: they are looked
     * for in the partitions of its time alone.
     */
    static final String COLUMNS =
            "e.id, e.at, e.seq, e.xid::text::bigint as xid, e.actor, e.role, e.institution_id, e.session_ref,"
                    + " e.client, e.act, e.action, e.entity, e.entity_id, e.fields, e.classes, e.purpose, e.grant_id, e.outcome, e.reason,"
                    + " e.row_count, e.query_hash, e.policy, e.happened_at, "
                    + UNFIT
                    + ", array(select c.case_id::text || coalesce(' ' || c.person_id::text, '') from himaye.access_event_case c"
                    + " where c.event_id = e.id and " + LINKED + ") as cases";

    LogRow {
        fields = List.copyOf(fields);
        classes = List.copyOf(classes);
        cases = List.copyOf(cases);
    }

    /** Whether it says of itself that no program of ours wrote it. */
    boolean isUnfit() {
        return UNFIT_ACT.equals(act);
    }

    static LogRow read(ResultSet row) throws SQLException {
        String unfit = row.getString("unfit");
        return unfit == null ? whole(row) : unfit(row, unfit);
    }

    /** What is no text, and the hash of the texts (docs/log-format.md): they stay in the table, where the hash finds what was changed. */
    private static LogRow unfit(ResultSet row, String hash) throws SQLException {
        return new LogRow(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getLong("seq"),
                row.getLong("xid"),
                row.getObject("actor", UUID.class),
                null,
                row.getObject("institution_id", UUID.class),
                null,
                null,
                UNFIT_ACT,
                AccessEvent.Action.CREATE.name(),
                null,
                row.getObject("entity_id", UUID.class),
                List.of(),
                List.of(),
                null,
                row.getObject("grant_id", UUID.class),
                AccessEvent.Outcome.FAILED.name(),
                hash,
                0,
                null,
                null,
                null,
                texts(row.getArray("cases")));
    }

    private static LogRow whole(ResultSet row) throws SQLException {
        return new LogRow(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getLong("seq"),
                row.getLong("xid"),
                row.getObject("actor", UUID.class),
                row.getString("role"),
                row.getObject("institution_id", UUID.class),
                row.getString("session_ref"),
                row.getString("client"),
                row.getString("act"),
                row.getString("action"),
                row.getString("entity"),
                row.getObject("entity_id", UUID.class),
                texts(row.getArray("fields")),
                texts(row.getArray("classes")),
                row.getString("purpose"),
                row.getObject("grant_id", UUID.class),
                row.getString("outcome"),
                row.getString("reason"),
                row.getInt("row_count"),
                row.getString("query_hash"),
                row.getString("policy"),
                row.getObject("happened_at", OffsetDateTime.class),
                texts(row.getArray("cases")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
