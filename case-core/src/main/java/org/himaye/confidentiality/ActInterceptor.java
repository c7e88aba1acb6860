package org.himaye.confidentiality;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.himaye.shared.BusinessException;
import org.himaye.shared.RowContext;

/**
 * Decides and records every act. A read must have committed its event before anything of it is returned; a change is flushed
 * here, so that conflicts and constraints appear inside the act, and its event is written on the same connection. What still
 * fails at commit is recorded as FAILED afterwards.
 */
@Act(Permission.SESSION_KEEP)
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class ActInterceptor {

    private static final long BEAT = Duration.ofMillis(40).toNanos();

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ActRecord record;

    @Inject
    private AccessRecorder recorder;

    @Inject
    private LeftEvents left;

    @Inject
    private Quotas quotas;

    @Inject
    private UnitOfWork unitOfWork;

    @Inject
    private RowContext rowContext;

    @Inject
    private Clock clock;

    @AroundInvoke
    Object decideAndRecord(InvocationContext call) throws Exception {
        if (record.running()) {
            return call.proceed();
        }
        Act act = call.getMethod().getAnnotation(Act.class);
        record.begin(act);
        long begun = System.nanoTime();
        try {
            return run(call, act);
        } catch (Refused refused) {
            recordAside(AccessEvent.Outcome.DENIED, refused.reason());
            refused.markRecorded();
            waitForTheBeat(begun);
            throw refused;
        } catch (BusinessException broken) {
            recordAside(AccessEvent.Outcome.FAILED, broken.key());
            throw broken;
        } catch (LogUnavailable unavailable) {
            throw unavailable;
        } catch (KeysUnavailable away) {
            NotOpenedNow broken = new NotOpenedNow();
            broken.initCause(away);
            recordAside(AccessEvent.Outcome.FAILED, broken.key());
            throw broken;
        } catch (RuntimeException failure) {
            recordAside(AccessEvent.Outcome.FAILED, AccessReason.FAULT.name());
            throw failure;
        } finally {
            record.end();
        }
    }

    private Object run(InvocationContext call, Act act) throws Exception {
        Caller caller = currentCaller.get();
        if (!caller.may(act.value())) {
            throw new Refused(AccessReason.NO_PERMISSION);
        }
        if (act.value().needsStepUp() && !caller.steppedUp(clock.instant())) {
            throw new StepUpNeeded();
        }
        quota(act.action()).ifPresent(kind -> quotas.require(currentCaller.get(), kind, null));
        boolean changes = transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
        if (changes) {
            rowContext.enter();
        }
        Object result = call.proceed();
        // Sign-in begins without a function and ends with one: the event tells the one it gave.
        caller = currentCaller.get();
        if (changes) {
            unitOfWork.flush();
            AccessEvent event = record.toEvent(caller, AccessEvent.Outcome.ALLOWED, null);
            UUID written = recorder.write(event);
            transactions.registerInterposedSynchronization(new RecordFailedCommit(caller, event, written));
        } else if (!record.committed()) {
            commit(record.toEvent(caller, AccessEvent.Outcome.ALLOWED, null));
        }
        return result;
    }

    /**
     * What is another's takes longer to refuse than what does not exist: rows are looked at, and the event names them. Both are answered
     * at the next multiple of one length of time, many times as long as that difference (BR-006, docs/adr/0035).
     */
    private static void waitForTheBeat(long begun) {
        long end = begun + ((System.nanoTime() - begun) / BEAT + 1) * BEAT;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void commit(AccessEvent event) {
        left.add(event, recorder.commit(event));
    }

    private static Optional<Quotas.Kind> quota(AccessEvent.Action action) {
        return switch (action) {
            case SEARCH -> Optional.of(Quotas.Kind.SEARCH);
            case EXPORT -> Optional.of(Quotas.Kind.EXPORT);
            default -> Optional.empty();
        };
    }

    private void recordAside(AccessEvent.Outcome outcome, String reason) {
        Caller caller = currentCaller.present() ? currentCaller.get() : null;
        commit(record.toEvent(caller, outcome, reason));
    }

    /** The commit itself failed, after the act had ended well: the log says so in an event of its own. */
    private final class RecordFailedCommit implements Synchronization {

        private final AccessEvent success;
        private final UUID written;
        private final AccessEvent failure;

        RecordFailedCommit(Caller caller, AccessEvent success, UUID written) {
            this.success = success;
            this.written = written;
            this.failure = record.toEvent(caller, AccessEvent.Outcome.FAILED, AccessReason.COMMIT.name());
        }

        @Override
        public void beforeCompletion() {
            // Nothing to do: the event of success is already part of the transaction.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                left.add(success, written);
            } else if (status == Status.STATUS_ROLLEDBACK) {
                commit(failure);
            }
        }
    }
}
