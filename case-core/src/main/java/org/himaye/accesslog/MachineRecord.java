package org.himaye.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.AccessRecorder;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;

/** What the machine does to the log itself, as events of it; committed when a method returns. */
@ApplicationScoped
class MachineRecord {

    private static final UUID MACHINE = new UUID(0, 0);

    enum Did {
        SEALING_STARTED(Permission.LOG_SEAL, AccessEvent.Action.VIEW, "access_event"),
        /** The first key of the log was made, or one that lay there was taken. */
        LOG_KEY_TAKEN(Permission.LOG_KEY, AccessEvent.Action.CREATE, "log_position"),
        /** Something that should have been a witness's signature. */
        COSIGNED(Permission.LOG_WITNESS, AccessEvent.Action.UPDATE, "log_checkpoint"),
        MONTHS_MADE(Permission.LOG_PREPARE, AccessEvent.Action.CREATE, "access_event"),
        CHECKED(Permission.LOG_CHECK, AccessEvent.Action.VIEW, "access_event");

        private final Permission act;
        private final AccessEvent.Action action;
        private final String table;

        Did(Permission act, AccessEvent.Action action, String table) {
            this.act = act;
            this.action = action;
            this.table = table;
        }
    }

    @Inject
    private AccessRecorder recorder;

    /** @throws org.himaye.confidentiality.LogUnavailable when it cannot be recorded */
    void did(Did what) {
        record(what, AccessEvent.Outcome.ALLOWED, null, null, List.of(), 0);
    }

    /** @throws org.himaye.confidentiality.LogUnavailable when it cannot be recorded */
    void failed(Did what, AccessReason why) {
        record(what, AccessEvent.Outcome.FAILED, why.name(), null, List.of(), 0);
    }

    /**
     * That rows were sealed which no program of ours writes.
     *
     * @throws org.himaye.confidentiality.LogUnavailable when it cannot be recorded
     */
    void sealedUnfit(LogSealer.Unfit rows) {
        record(
                Did.SEALING_STARTED,
                AccessEvent.Outcome.FAILED,
                AccessReason.LOG_ROW_UNFIT.name(),
                rows.first(),
                List.of(),
                rows.rows());
    }

    /**
     * What the own check found.
     *
     * @throws org.himaye.confidentiality.LogUnavailable when it cannot be recorded
     */
    void checked(OwnCheck.Found found) {
        record(
                Did.CHECKED,
                found.sound() ? AccessEvent.Outcome.ALLOWED : AccessEvent.Outcome.FAILED,
                found.sound() ? null : AccessReason.LOG_UNPROVED.name(),
                found.event(),
                found.fields(),
                found.entries());
    }

    private void record(Did what, AccessEvent.Outcome outcome, String reason, UUID id, List<String> fields, int rows) {
        recorder.commit(new AccessEvent(
                MACHINE,
                Role.SYSTEM.name(),
                null,
                null,
                "machine",
                what.act.realmName(),
                what.action,
                List.of(),
                what.table,
                id,
                fields,
                List.of(),
                null,
                null,
                outcome,
                reason,
                rows));
    }
}
