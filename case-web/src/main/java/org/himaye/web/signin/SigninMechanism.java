package org.himaye.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.accesslog.LogWitness;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.organisation.CurrentSession;
import org.himaye.organisation.SessionsUnavailable;
import org.himaye.web.accesslog.LogProof;
import org.himaye.web.shared.DraftAddress;
import org.himaye.web.shared.DraftForms;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.OpenAgain;
import org.himaye.web.shared.UnsentForm;

/**
 * Asked by the server about every request: who is it? Pages by the session's row, {@code /api} by a bearer token and never by a
 * cookie, a witness of the log by its own. Who is not signed in is sent to the identity provider when he opens a page; a script only learns that it must be done.
 */
@ApplicationScoped
public class SigninMechanism implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(SigninMechanism.class.getName());
    private static final String API = "/api/";
    private static final String BEARER = "Bearer ";

    @Inject
    private CurrentSession currentSession;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private LogWitness witnesses;

    @Inject
    private IdentityProvider provider;

    @Inject
    private ProviderSessions providerSessions;

    @Inject
    private SigninSettings settings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        try {
            if (isWitness(request)) {
                return witness(request, context);
            }
            return request.getServletPath().startsWith(API)
                    ? bearer(request, response, context)
                    : page(request, response, context);
        } catch (SessionsUnavailable | ProviderUnavailable e) {
            return away(request, response, e);
        }
    }

    private AuthenticationStatus page(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws ProviderUnavailable {
        Optional<UUID> id = BrowserSession.id(request);
        if (id.isPresent()) {
            Optional<Caller> caller = enter(id.get(), request)
                    .flatMap(entered -> entered.toVerify()
                            ? providerSessions.verify(id.get(), entered.caller())
                            : Optional.of(entered.caller()));
            if (caller.isPresent()) {
                return welcome(caller.get(), context);
            }
            BrowserSession.forget(request);
        }
        return challenge(request, response);
    }

    /** A page takes its drafts along; what a page keeps by itself is no use of the session. */
    private Optional<CurrentSession.Entered> enter(UUID id, HttpServletRequest request) {
        String path = request.getServletPath();
        if (path.equals(DraftAddress.KEEP)) {
            return currentSession.enterUnused(id);
        }
        return request.getMethod().equals("GET") && path.endsWith(".xhtml")
                ? currentSession.enter(id, path, DraftForms.record(request))
                : currentSession.enter(id);
    }

    private AuthenticationStatus bearer(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws ProviderUnavailable {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            try {
                TokenCheck.Proof proof =
                        provider.bearer(header.substring(BEARER.length()).trim());
                Optional<Caller> caller =
                        currentSession.enterByToken(proof.sub(), proof.groups(), ClientKind.of(request));
                if (caller.isPresent()) {
                    return welcome(caller.get(), context);
                }
            } catch (SigninRejected e) {
                LOG.log(Level.INFO, "bearer token refused: {0}", e.getMessage());
            }
        }
        ResponseHeaders.apply(request, response);
        response.setHeader("WWW-Authenticate", header == null ? "Bearer" : "Bearer error=\"invalid_token\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** A program that asks for the log by a token; a person at the same address is one who tries addresses. */
    static boolean isWitness(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return (request.getServletPath() + "/").startsWith(LogProof.PATH)
                && header != null
                && header.startsWith(BEARER);
    }

    /** With a token that nobody gave away it comes in as nobody, and is refused and recorded behind this like whoever may not. */
    private AuthenticationStatus witness(HttpServletRequest request, HttpMessageContext context) {
        if (witnesses.knows(
                request.getHeader("Authorization").substring(BEARER.length()).strip())) {
            currentCaller.enter(Caller.machine("witness", Permission.LOG_WITNESS));
        } else {
            currentSession.enterUnknown(ClientKind.of(request));
        }
        return welcome(currentCaller.get(), context);
    }

    private static AuthenticationStatus welcome(Caller caller, HttpMessageContext context) {
        Set<String> groups = caller.permissions().stream()
                .filter(Permission::grantable)
                .map(Permission::realmName)
                .collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(caller.sub().toString()), groups);
    }

    private AuthenticationStatus challenge(HttpServletRequest request, HttpServletResponse response)
            throws ProviderUnavailable {
        ResponseHeaders.apply(request, response);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            Optional<UnsentForm> unsent = sent(request);
            unsent.ifPresent(form -> BrowserSession.hold(request, form));
            partialRedirect(response, unsent.map(UnsentForm::address).orElse(LocalPath.of(request)));
            return AuthenticationStatus.SEND_CONTINUE;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null && !mode.equals("navigate")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Optional<UnsentForm> unsent = sent(request).or(() -> BrowserSession.held(request, LocalPath.of(request)));
        String target = unsent.map(UnsentForm::address).orElse(LocalPath.of(request));
        if (!request.getMethod().equals("GET")) {
            unsent.ifPresent(form -> BrowserSession.hold(request, form));
            openAgain(response, target);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        PendingSignin begun = PendingSignin.to(target, unsent.orElse(null), Instant.now());
        String there = provider.begin(begun, Language.of(request).getTag(), SignOut.justLeft(request))
                .toString();
        BrowserSession.remember(request, begun);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", there);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** What another site sends is not held: holding it would give the browser a new cookie in place of its own. */
    private Optional<UnsentForm> sent(HttpServletRequest request) {
        return SameOrigin.ours(request, settings.origin()) ? UnsentForm.of(request) : Optional.empty();
    }

    /** The answer that a Faces page's script understands; the page then opens itself again and is led to sign-in. */
    private static void partialRedirect(HttpServletResponse response, String path) {
        write(
                response,
                "text/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + OpenAgain.escaped(path)
                        + "\"/></partial-response>");
    }

    private static void openAgain(HttpServletResponse response, String path) {
        try {
            OpenAgain.write(response, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(HttpServletResponse response, String type, String text) {
        response.setContentType(type + ";charset=UTF-8");
        try {
            response.getWriter().write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuthenticationStatus away(HttpServletRequest request, HttpServletResponse response, Exception why) {
        String number = SigninPage.newNumber();
        LOG.log(Level.WARNING, "sign-in is away, reference {0}: {1}", number, why);
        try {
            SigninPage.write(request, response, SigninPage.Kind.AWAY, number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
