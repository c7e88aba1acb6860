package org.himaye.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.Caller;
import org.himaye.organisation.CurrentSession;
import org.himaye.organisation.SessionEnd;
import org.himaye.organisation.SessionService;

/**
 * Keeps our sessions and the identity provider's in step. Whoever is disabled or loses a job there is out here with the next request
 * after a minute; an end here is told there.
 */
@ApplicationScoped
public class ProviderSessions {

    private static final Logger LOG = System.getLogger(ProviderSessions.class.getName());

    @Inject
    private CurrentSession currentSession;

    @Inject
    private SessionService sessions;

    @Inject
    private IdentityProvider provider;

    @Inject
    private RenewalSeal seal;

    /**
     * Asks the provider whether the running caller may still be here. A provider that is away ends nobody's work: the row's own limits
     * hold, and it is asked again a minute later.
     *
     * @return the caller as he is today; empty when the session is over, which is recorded
     */
    Optional<Caller> verify(UUID session, Caller caller) {
        Optional<byte[]> renewal = currentSession.claimVerification(session);
        if (renewal.isEmpty()) {
            return Optional.of(caller);
        }
        try {
            IdentityProvider.Answer answer = provider.renew(seal.open(renewal.get(), session));
            Optional<Caller> today = !answer.proof().sub().equals(caller.sub()) || answer.refreshToken() == null
                    ? Optional.empty()
                    : currentSession.verified(
                            session, answer.proof().groups(), seal.seal(answer.refreshToken(), session));
            if (today.isEmpty()) {
                sessions.end(session, SessionEnd.PROVIDER);
            }
            return today;
        } catch (SigninRejected e) {
            sessions.end(session, SessionEnd.PROVIDER);
            return Optional.empty();
        } catch (ProviderUnavailable e) {
            LOG.log(Level.WARNING, "the identity provider could not be asked about a session", e);
            return Optional.of(caller);
        }
    }

    /**
     * Ends one of the caller's sessions here and at the provider.
     *
     * @return false when it has ended here, but the provider could not be told
     */
    public boolean end(UUID session, SessionEnd reason) {
        return sessions.end(session, reason)
                .map(renewal -> tell(seal.open(renewal, session)))
                .orElse(true);
    }

    boolean tell(String token) {
        try {
            provider.end(token);
            return true;
        } catch (ProviderUnavailable e) {
            LOG.log(Level.WARNING, "the identity provider could not be told of a sign-out", e);
            return false;
        }
    }
}
