package org.himaye.organisation;

import java.util.UUID;
import org.himaye.confidentiality.Role;

/**
 * People's accounts at the identity provider. Each call says how it shall be there and may be repeated.
 *
 * <p>All methods throw {@link ProviderAway} when the provider does not answer or refuses.
 */
public interface ProviderAccounts {

    /**
     * How an account shall be.
     *
     * @param works false: nobody signs in with it, and its sessions are over
     * @param enrols the job is given only when there is a second factor
     */
    record Wanted(UUID sub, Role role, boolean works, boolean enrols) {}

    /**
     * Finds the account of a name, or makes one with which nobody can sign in yet.
     *
     * @param language tag of the language that the sign-in pages speak to the person
     */
    UUID open(String account, String name, String language);

    /**
     * Makes the account as it is wanted and ends its sessions, so that the next sign-in tells the truth; only the one in which the
     * missing second factor was added goes on.
     *
     * @return whether a second factor is still missing
     */
    boolean bringInStep(Wanted wanted);

    /** Sets a password that the next sign-in must replace; it is nowhere else than in the answer. */
    String oneTimePassword(UUID sub);

    boolean hasSecondFactor(UUID sub);

    /** Deletes every second factor. */
    void forgetSecondFactors(UUID sub);
}
