package org.himaye.organisation;

import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;

/**
 * A colleague as the administrator sees him.
 *
 * @param account name at the sign-in page; null when the administration does not know it
 * @param lastSignIn null when there was none
 * @param providerDue since when the identity provider has to be told of a change; null when it knows
 * @param cases on which the person is the responsible caseworker, counted only for one person's page
 */
public record PersonRow(
        UUID sub,
        int version,
        String name,
        String account,
        UUID institution,
        Translated institutionName,
        Role role,
        boolean onDuty,
        PersonState state,
        Instant lastSignIn,
        Instant endedAt,
        EndReason endReason,
        Instant providerDue,
        int cases) {}
