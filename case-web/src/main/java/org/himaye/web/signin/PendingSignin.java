package org.himaye.web.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;
import org.himaye.web.shared.UnsentForm;

/**
 * A sign-in that was begun and has not come back: one a tab.
 *
 * @param target where the person wanted to go, a path of this server
 * @param unsent the form that was sent after the session was over, for its author; null when nothing was
 * @param stepUp whether a session goes on and only asks for a second factor
 */
record PendingSignin(
        State state,
        Nonce nonce,
        CodeVerifier verifier,
        String target,
        UnsentForm unsent,
        boolean stepUp,
        Instant begun) {

    static PendingSignin to(String target, UnsentForm unsent, Instant now) {
        return new PendingSignin(new State(), new Nonce(), new CodeVerifier(), target, unsent, false, now);
    }

    static PendingSignin stepUp(String target, Instant now) {
        return new PendingSignin(new State(), new Nonce(), new CodeVerifier(), target, null, true, now);
    }

    /** The same, whose form goes on with a later try. */
    PendingSignin withoutForm() {
        return new PendingSignin(state, nonce, verifier, target, null, stepUp, begun);
    }
}
