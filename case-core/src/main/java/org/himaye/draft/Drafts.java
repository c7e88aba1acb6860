package org.himaye.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortConnection;

/**
 * Keeps and ends the caller's own drafts. No act and no event: nothing is shown to anybody, and the text comes from the caller. In
 * plain JDBC, because a draft comes every few seconds and the last one counts, whoever else writes.
 */
@ApplicationScoped
public class Drafts {

    /** A form that was sent has had its last word: a straggler of the same opening changes nothing. */
    private static final String KEEP = """
            insert into himaye.draft as d (id, version, created_at, created_by, updated_at, updated_by, page, record, form,
                   case_id, classes, opening, fields)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set version = d.version + 1, updated_at = excluded.updated_at,
                   case_id = excluded.case_id, classes = excluded.classes, opening = excluded.opening, fields = excluded.fields
             where d.fields is not null or d.opening <> excluded.opening""";

    private static final String CLEAN = "select himaye.forget_old_drafts()";

    private static final String WAITING = "select " + Draft.COLUMNS
            + " from himaye.draft d where d.created_by = ? and d.page = ? and d.record = ? and " + WaitingDrafts.FRESH;

    @Inject
    private ShortConnection database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Gate gate;

    @Inject
    private WaitingDrafts waiting;

    @Inject
    private BusinessClock clock;

    /** Keeps what the caller typed, in place of what was kept of the same form. Whatever is too old, of anybody, is deleted. */
    public void keep(DraftPlace place, Typed typed, String fields) {
        Draft draft = new Draft(place, typed, caller.get().sub(), clock.instant());
        gate.keep(draft, "fields", fields);
        store(draft);
    }

    /** Ends the draft: the form was sent, or the caller discards it. */
    public void end(DraftPlace place, Typed typed) {
        store(new Draft(place, typed, caller.get().sub(), clock.instant()));
    }

    /** Finds the caller's drafts of a page, for a request whose session was read without them. */
    public void look(String page, String record) {
        on(connection -> {
            try (PreparedStatement find = connection.prepareStatement(WAITING)) {
                find.setObject(1, caller.get().sub());
                find.setString(2, page);
                find.setString(3, record);
                try (ResultSet row = find.executeQuery()) {
                    while (row.next()) {
                        waiting.add(row);
                    }
                }
            }
            return null;
        });
    }

    private Void on(ShortConnection.Work<Void> work) {
        try {
            return database.call(work);
        } catch (SQLException e) {
            throw new DraftsUnavailable(e);
        }
    }

    private void store(Draft draft) {
        on(connection -> store(connection, draft));
    }

    private static Void store(Connection connection, Draft draft) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP);
                PreparedStatement clean = connection.prepareStatement(CLEAN)) {
            OffsetDateTime at = draft.createdAt().atOffset(ZoneOffset.UTC);
            UUID author = draft.createdBy();
            int i = 0;
            keep.setObject(++i, draft.id());
            keep.setObject(++i, at);
            keep.setObject(++i, author);
            keep.setObject(++i, at);
            keep.setObject(++i, author);
            keep.setString(++i, draft.page());
            keep.setString(++i, draft.record());
            keep.setString(++i, draft.form());
            keep.setObject(++i, draft.caseId());
            keep.setString(++i, draft.classNames());
            keep.setObject(++i, draft.opening());
            keep.setBytes(++i, draft.ciphertext());
            keep.executeUpdate();
            clean.execute();
            return null;
        }
    }
}
