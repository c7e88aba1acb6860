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
import java.util.Optional;
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

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ActRecord record;

    @Inject
    private AccessRecorder recorder;

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
        try {
            return run(call, act);
        } catch (Refused refused) {
            recordAside(AccessEvent.Outcome.DENIED, refused.reason());
            refused.markRecorded();
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
            recorder.write(event);
            transactions.registerInterposedSynchronization(new RecordFailedCommit(caller));
        } else if (!record.committed()) {
            recorder.commit(record.toEvent(caller, AccessEvent.Outcome.ALLOWED, null));
        }
        return result;
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
        recorder.commit(record.toEvent(caller, outcome, reason));
    }

    /** The commit itself failed, after the act had ended well: the log says so in an event of its own. */
    private final class RecordFailedCommit implements Synchronization {

        private final AccessEvent failure;

        RecordFailedCommit(Caller caller) {
            this.failure = record.toEvent(caller, AccessEvent.Outcome.FAILED, AccessReason.COMMIT.name());
        }

        @Override
        public void beforeCompletion() {
            // Nothing to do: the event of success is already part of the transaction.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_ROLLEDBACK) {
                recorder.commit(failure);
            }
        }
    }
}
