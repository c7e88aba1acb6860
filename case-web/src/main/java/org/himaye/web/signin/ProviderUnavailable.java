package org.himaye.web.signin;

/** The identity provider does not answer, too slowly or with something else than its protocol. Trying again later may help. */
class ProviderUnavailable extends Exception {

    ProviderUnavailable(String what) {
        super(what);
    }

    ProviderUnavailable(Throwable cause) {
        super(cause);
    }
}
