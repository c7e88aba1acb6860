package org.himaye.web.signin;

import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import org.himaye.web.shared.UnsentForm;

/** What the HTTP session holds for sign-in: begun sign-ins, then the id of the session's row. Never a token. */
final class BrowserSession {

    static final int PENDING_LIMIT = 10;
    static final Duration PENDING_AGE = Duration.ofMinutes(30);

    private static final String PENDING = "himaye.signin.pending";
    private static final String UNSENT = "himaye.signin.unsent";
    private static final String SESSION = "himaye.signin.session";

    private BrowserSession() {}

    /** Remembers a begun sign-in; the oldest is forgotten when there are too many. */
    static void remember(HttpServletRequest request, PendingSignin begun) {
        HttpSession session = request.getSession(true);
        synchronized (session) {
            Deque<PendingSignin> pending = new ArrayDeque<>(pending(session));
            pending.addLast(begun);
            while (pending.size() > PENDING_LIMIT) {
                pending.removeFirst();
            }
            session.setAttribute(PENDING, pending);
        }
    }

    /** Holds a form that a script of a page sent too late, until the page itself is led to sign-in. */
    static void hold(HttpServletRequest request, UnsentForm unsent) {
        request.getSession(true).setAttribute(UNSENT, unsent);
    }

    /** The form that is held for this address, once; also one whose sign-in was begun and led nowhere. */
    static Optional<UnsentForm> held(HttpServletRequest request, String address) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        synchronized (session) {
            if (session.getAttribute(UNSENT) instanceof UnsentForm unsent
                    && unsent.address().equals(address)) {
                session.removeAttribute(UNSENT);
                return Optional.of(unsent);
            }
            Deque<PendingSignin> pending = new ArrayDeque<>();
            UnsentForm latest = null;
            for (PendingSignin begun : pending(session)) {
                boolean meant =
                        begun.unsent() != null && begun.unsent().address().equals(address);
                latest = meant ? begun.unsent() : latest;
                pending.addLast(meant ? begun.withoutForm() : begun);
            }
            if (latest != null) {
                session.setAttribute(PENDING, pending);
            }
            return Optional.ofNullable(latest);
        }
    }

    /** Takes the begun sign-in of this state out: each can be finished once, and not after {@link #PENDING_AGE}. */
    static Optional<PendingSignin> take(HttpServletRequest request, State state, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        synchronized (session) {
            Deque<PendingSignin> pending = new ArrayDeque<>(pending(session));
            for (Iterator<PendingSignin> each = pending.iterator(); each.hasNext(); ) {
                PendingSignin begun = each.next();
                if (begun.state().equals(state)) {
                    each.remove();
                    session.setAttribute(PENDING, pending);
                    return begun.begun().plus(PENDING_AGE).isAfter(now) ? Optional.of(begun) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    static Optional<UUID> id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || !(session.getAttribute(SESSION) instanceof UUID id)
                ? Optional.empty()
                : Optional.of(id);
    }

    /**
     * Begins anew under a new cookie: nothing of an earlier person in this browser stays, except sign-ins begun in other tabs.
     */
    static void begin(HttpServletRequest request, UUID id) {
        Deque<PendingSignin> others = new ArrayDeque<>();
        HttpSession old = request.getSession(false);
        if (old != null) {
            others.addAll(pending(old));
            old.invalidate();
        }
        HttpSession fresh = request.getSession(true);
        fresh.setAttribute(PENDING, others);
        fresh.setAttribute(SESSION, id);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    @SuppressWarnings("unchecked")
    private static Deque<PendingSignin> pending(HttpSession session) {
        return session.getAttribute(PENDING) instanceof Deque<?> known
                ? (Deque<PendingSignin>) known
                : new ArrayDeque<>();
    }
}
