package org.himaye.web.signin;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.himaye.organisation.AccountsOutOfStep;
import org.himaye.organisation.PeopleService;
import org.himaye.organisation.ProviderAway;

/**
 * Tells the identity provider what was changed here: at once after the act, and again three times a minute until it knows. What is ended here
 * is over here in any case.
 */
@Singleton
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountsInStep {

    @Inject
    private AccountsOutOfStep outOfStep;

    @Inject
    private ProviderPeople accounts;

    @Inject
    private PeopleService people;

    /**
     * Tells about one person, within the caller's request.
     *
     * @return false when the provider is away: it will be told later
     */
    public boolean tell(UUID sub) {
        try {
            outOfStep.of(sub).ifPresent(this::tell);
            return true;
        } catch (ProviderAway away) {
            return false;
        }
    }

    /** Tells about all that wait; the first that cannot be told ends the round. */
    @Schedule(hour = "*", minute = "*", second = "10/20", persistent = false)
    public void tellAll() {
        try {
            outOfStep.all().forEach(this::tell);
        } catch (ProviderAway away) {
            // It has been logged, the rows keep their mark, and the next round is soon.
        }
    }

    /**
     * Gives the job to somebody who signs in for the first time with a second factor.
     *
     * @return true when the next sign-in brings the job along
     */
    public boolean enrolled(UUID sub) {
        return outOfStep
                .enrolling(sub)
                .map(waiting -> {
                    tell(waiting);
                    return outOfStep.enrolling(sub).isEmpty();
                })
                .orElse(false);
    }

    private void tell(AccountsOutOfStep.Waiting waiting) {
        boolean enrols = accounts.bringInStep(waiting.wanted());
        people.inStep(waiting.wanted().sub(), waiting.version(), enrols);
    }
}
