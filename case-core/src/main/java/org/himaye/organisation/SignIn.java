package org.himaye.organisation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A proven sign-in, before it is known whether the person has a function here.
 *
 * @param session id of the session to begin, made by the caller because {@code renewal} is bound to it
 * @param sub the identity provider's subject
 * @param keycloakSession the provider's own session id, by which it announces an end
 * @param groups jobs and permissions as the provider names them
 * @param client class of device and address prefix, for the access log
 * @param renewal encrypted refresh token; null when the provider gave none
 * @param secondFactorAt as {@link org.himaye.confidentiality.Caller} says; null when the provider told of none
 */
public record SignIn(
        UUID session,
        UUID sub,
        String keycloakSession,
        Set<String> groups,
        String client,
        byte[] renewal,
        Instant secondFactorAt) {

    public SignIn {
        groups = Set.copyOf(groups);
    }
}
