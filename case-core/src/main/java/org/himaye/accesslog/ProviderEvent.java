package org.himaye.accesslog;

import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.Permission;

/**
 * Something that the identity provider recorded. No address, no typed name and no details: people type passwords into the field for
 * the name.
 *
 * @param happenedAt by the provider's clock
 * @param actor account that did it; null when the provider knows none
 * @param act {@link Permission#PROVIDER_SIGNIN} or {@link Permission#PROVIDER_ADMINISTRATION}
 * @param about account that was administered, or null
 * @param refused whether it ended with an error
 * @param kind the provider's code of what it was
 */
public record ProviderEvent(
        UUID id,
        Instant happenedAt,
        UUID actor,
        Permission act,
        AccessEvent.Action action,
        UUID about,
        boolean refused,
        String kind) {}
