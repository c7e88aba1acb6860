package org.himaye.web.signin;

/** What came back does not prove a sign-in. The reason is for the log; the person only learns to begin again. */
class SigninRejected extends Exception {

    SigninRejected(String reason) {
        super(reason);
    }

    SigninRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
