package org.himaye.confidentiality;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks: a signed-in person in the active role, or a named job of the machine. Made by sign-in from the session row, the same
 * for the whole request.
 *
 * @param sub the identity provider's subject, never a name
 * @param name what colleagues see ("Caseworker 1"); staff data, class OPERATIONAL
 * @param role the one active role
 * @param institution the employer's institution; null for the machine
 * @param permissions what the role may do
 * @param session random reference of the sign-in session for the access log, never the cookie; null for the machine
 * @param client class of device and address prefix for the access log
 * @param secondFactorAt when a second factor was last checked because an act asked for it; null when none was
 */
public record Caller(
        UUID sub,
        String name,
        Role role,
        UUID institution,
        Set<Permission> permissions,
        String session,
        String client,
        Instant secondFactorAt) {

    /** How long a second factor counts. The realm's flow says the same of level 2. */
    static final Duration STEP_UP_AGE = Duration.ofMinutes(5);

    private static final UUID MACHINE = new UUID(0, 0);

    public Caller {
        Objects.requireNonNull(sub, "a caller has a subject");
        Objects.requireNonNull(role, "a caller acts in a role");
        permissions = Set.copyOf(permissions);
    }

    /** A caller who has not been asked for a second factor since sign-in. */
    public Caller(
            UUID sub,
            String name,
            Role role,
            UUID institution,
            Set<Permission> permissions,
            String session,
            String client) {
        this(sub, name, role, institution, permissions, session, client, null);
    }

    /** A named job of the machine, with just the acts it needs. */
    public static Caller machine(String job, Permission... permissions) {
        return new Caller(MACHINE, job, Role.SYSTEM, null, Set.of(permissions), null, "machine");
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public Caller withSecondFactorAt(Instant at) {
        return new Caller(sub, name, role, institution, permissions, session, client, at);
    }

    boolean steppedUp(Instant now) {
        return secondFactorAt != null && secondFactorAt.plus(STEP_UP_AGE).isAfter(now);
    }

    public boolean is(Role other) {
        return role == other;
    }
}
