package org.himaye.web.signin;

import com.nimbusds.oauth2.sdk.id.State;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Refused;
import org.himaye.organisation.CurrentSession;
import org.himaye.organisation.SessionEnd;
import org.himaye.organisation.SessionService;
import org.himaye.organisation.SignIn;

/**
 * Where the identity provider sends the browser back to. Shows nothing and only redirects, so that no code stays in an address: to
 * where the person wanted to go, or to a page that says why not.
 */
@WebServlet(SigninCallback.PATH)
public class SigninCallback extends HttpServlet {

    static final String PATH = "/signin/callback";

    private static final Logger LOG = System.getLogger(SigninCallback.class.getName());

    @Inject
    private SigninSettings settings;

    @Inject
    private IdentityProvider provider;

    @Inject
    private CurrentSession currentSession;

    @Inject
    private SessionService sessions;

    @Inject
    private RenewalSeal seal;

    @Inject
    private AccountsInStep accounts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", finish(request, response));
    }

    private String finish(HttpServletRequest request, HttpServletResponse response) {
        try {
            PendingSignin begun = begun(request);
            IdentityProvider.Answer answer = provider.redeem(code(request), begun);
            if (begun.stepUp()) {
                stepUp(request, answer);
            } else {
                currentSession.enterForSignIn(answer.proof().sub(), ClientKind.of(request));
                if (!accounts.enrolled(answer.proof().sub())) {
                    begin(request, answer);
                    SignOut.cameBack(request, response);
                    keep(begun);
                }
            }
            return begun.target();
        } catch (SigninRejected e) {
            recordRejection(request);
            return explain(SigninPage.Kind.AGAIN, Level.WARNING, e);
        } catch (Refused e) {
            return explain(SigninPage.Kind.NO_FUNCTION, Level.WARNING, e);
        } catch (ProviderUnavailable | RuntimeException e) {
            return explain(SigninPage.Kind.AWAY, Level.ERROR, e);
        }
    }

    /** What was sent too late waits on its page, if the same person has signed in. */
    private static void keep(PendingSignin begun) {
        if (begun.unsent() != null) {
            begun.unsent().keep();
        }
    }

    /**
     * Only for a browser that began a sign-in here: else anybody could fill the log with addresses that cost nothing.
     */
    private void recordRejection(HttpServletRequest request) {
        if (request.getSession(false) == null) {
            return;
        }
        currentSession.enterUnknown(ClientKind.of(request));
        try {
            sessions.reject();
        } catch (Refused refused) {
            // That is the record.
        }
    }

    private PendingSignin begun(HttpServletRequest request) throws SigninRejected {
        String state = single(request, "state").orElseThrow(() -> new SigninRejected("no state"));
        PendingSignin begun = BrowserSession.take(request, new State(state), Instant.now())
                .orElseThrow(() -> new SigninRejected("unknown state"));
        String issuer = single(request, "iss").orElseThrow(() -> new SigninRejected("no issuer"));
        if (!settings.issuer().getValue().equals(issuer)) {
            throw new SigninRejected("other issuer");
        }
        return begun;
    }

    private static String code(HttpServletRequest request) throws SigninRejected {
        if (request.getParameter("error") != null) {
            throw new SigninRejected("provider said no");
        }
        return single(request, "code").orElseThrow(() -> new SigninRejected("no code"));
    }

    private static Optional<String> single(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 || values[0].isBlank() ? Optional.empty() : Optional.of(values[0]);
    }

    /** The session goes on, with what it holds, under a new cookie; only its own person can give it a second factor. */
    private void stepUp(HttpServletRequest request, IdentityProvider.Answer answer) throws SigninRejected {
        TokenCheck.Proof proof = answer.proof();
        UUID session = BrowserSession.id(request).orElseThrow(() -> new SigninRejected("no session to step up"));
        Caller caller = currentSession
                .enter(session)
                .map(CurrentSession.Entered::caller)
                .orElseThrow(() -> new SigninRejected("no session to step up"));
        if (!caller.sub().equals(proof.sub())) {
            throw new SigninRejected("somebody else stepped up");
        }
        if (proof.secondFactorAt() == null) {
            throw new SigninRejected("no second factor");
        }
        sessions.stepUp(session, proof.secondFactorAt(), sealed(answer, session));
        request.changeSessionId();
    }

    private byte[] sealed(IdentityProvider.Answer answer, UUID session) {
        return answer.refreshToken() == null ? null : seal.seal(answer.refreshToken(), session);
    }

    private void begin(HttpServletRequest request, IdentityProvider.Answer answer) throws ProviderUnavailable {
        BrowserSession.id(request).ifPresent(this::replace);
        UUID session = UUID.randomUUID();
        String client = ClientKind.of(request);
        currentSession.enterForSignIn(answer.proof().sub(), client);
        begin(
                new SignIn(
                        session,
                        answer.proof().sub(),
                        answer.proof().providerSession(),
                        answer.proof().groups(),
                        client,
                        sealed(answer, session),
                        answer.proof().secondFactorAt()),
                answer);
        BrowserSession.begin(request, session);
    }

    /** Who is let in nowhere is not kept signed in at the provider either: else nobody else could sign in at this computer. */
    private void begin(SignIn signIn, IdentityProvider.Answer answer) throws ProviderUnavailable {
        try {
            sessions.begin(signIn);
        } catch (Refused refused) {
            if (answer.refreshToken() != null) {
                provider.end(answer.refreshToken());
            }
            throw refused;
        }
    }

    /** A browser has one session: the one that began last. */
    private void replace(UUID old) {
        if (currentSession.enter(old).isPresent()) {
            sessions.end(old, SessionEnd.REPLACED);
        }
    }

    private static String explain(SigninPage.Kind kind, Level level, Exception why) {
        String number = SigninPage.newNumber();
        // A refusal is no fault: its reason is enough.
        LOG.log(
                level,
                "sign-in ended as " + kind + ", reference " + number + ": " + why.getMessage(),
                level == Level.ERROR ? why : null);
        return SigninPage.address(kind, number);
    }
}
