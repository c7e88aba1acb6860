package org.himaye.confidentiality;

import jakarta.enterprise.context.RequestScoped;

/** Holds the {@link Caller} of the running request. Empty until sign-in has filled it; acts without a caller are refused. */
@RequestScoped
public class CurrentCaller {

    private Caller caller;

    /** Fills the caller in; called once a request by sign-in, or by a job of the machine. */
    public void enter(Caller entering) {
        this.caller = entering;
    }

    public boolean present() {
        return caller != null;
    }

    /** Never null; throws {@link Refused} when nobody is signed in. */
    public Caller get() {
        if (caller == null) {
            throw new Refused(AccessReason.NOT_SIGNED_IN);
        }
        return caller;
    }
}
