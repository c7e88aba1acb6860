package org.himaye.web.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.accesslog.ProviderEvent;
import org.himaye.confidentiality.AccessReason;

/**
 * Which failures of one question to the provider come into our log: it needs no account to fail, and the log is kept for ten years. Of one account, and
 * of names that nobody has, the first of each kind in a minute come as they are; that there were more comes once. The provider keeps each.
 */
final class SignInFailures {

    /** Failures of one kind and account within one minute. */
    static final int MOST = 60;

    private record Minute(Instant begins, UUID account, String kind) {}

    private final Map<Minute, Integer> counts = new HashMap<>();

    /**
     * @param event each in the order in which they happened, beginning with a whole minute: the same minute, asked for again, has the same answer
     * @return the event, another one that says there are more, or nothing
     */
    Optional<ProviderEvent> next(ProviderEvent event) {
        if (!event.refused()) {
            return Optional.of(event);
        }
        Minute minute = new Minute(begins(event.happenedAt()), event.actor(), event.kind());
        int count = counts.merge(minute, 1, Integer::sum);
        return count <= MOST
                ? Optional.of(event)
                : count == MOST + 1 ? Optional.of(more(event, minute)) : Optional.empty();
    }

    /** The minute in which it was. */
    static Instant begins(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    private static ProviderEvent more(ProviderEvent event, Minute minute) {
        return new ProviderEvent(
                UUID.nameUUIDFromBytes(minute.toString().getBytes(StandardCharsets.UTF_8)),
                minute.begins(),
                event.actor(),
                event.act(),
                event.action(),
                null,
                true,
                AccessReason.SIGN_IN_FLOOD.name());
    }
}
