package org.himaye.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.accesslog.ProviderEvent;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.Permission;
import org.junit.jupiter.api.Test;

/** Failed sign-ins do not fill the log, and a flood of one account hides no failure of another. */
class SignInFailuresTest {

    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID GUESSED = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void ofAFloodTheFirstOfEachMinuteAndOneWordMore() {
        List<ProviderEvent> flood = flood(3, 1000);
        List<ProviderEvent> kept = kept(flood);

        assertEquals(3 * (SignInFailures.MOST + 1), kept.size());
        assertEquals(
                3,
                kept.stream()
                        .filter(each -> each.kind().equals("SIGN_IN_FLOOD"))
                        .count());
        assertEquals(
                kept.size(), kept.stream().map(ProviderEvent::id).distinct().count());
        assertEquals(ids(kept), ids(kept(flood)), "asked for again it is the same");
    }

    @Test
    void namesThatNobodyHasAreBoundedTooAndOthersAreToldBeside() {
        List<ProviderEvent> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(event(null, BEGIN.plusMillis(i), true));
        }
        all.add(event(OTHER, BEGIN.plusSeconds(50), true));
        all.add(event(null, BEGIN.plusSeconds(51), false));

        List<ProviderEvent> kept = kept(all);

        assertEquals(SignInFailures.MOST + 1 + 2, kept.size());
        assertEquals(OTHER, kept.get(kept.size() - 2).actor());
    }

    /** Who signs in a thousand times in a minute is no failure. */
    @Test
    void whatSucceedsIsNeverLeftOut() {
        List<ProviderEvent> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(event(GUESSED, BEGIN.plusMillis(i), false));
        }
        assertEquals(all, kept(all));
    }

    private static List<ProviderEvent> flood(int minutes, int each) {
        List<ProviderEvent> flood = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            for (int i = 0; i < each; i++) {
                flood.add(event(GUESSED, BEGIN.plusSeconds(60L * minute).plusMillis(50L * i), true));
            }
        }
        return flood;
    }

    private static List<ProviderEvent> kept(List<ProviderEvent> all) {
        SignInFailures failures = new SignInFailures();
        return all.stream().flatMap(each -> failures.next(each).stream()).toList();
    }

    private static Set<UUID> ids(List<ProviderEvent> events) {
        return events.stream().map(ProviderEvent::id).collect(Collectors.toSet());
    }

    private static ProviderEvent event(UUID account, Instant at, boolean failed) {
        return new ProviderEvent(
                UUID.randomUUID(),
                at,
                account,
                Permission.PROVIDER_SIGNIN,
                AccessEvent.Action.LOGIN,
                null,
                failed,
                failed ? "LOGIN_ERROR" : "LOGIN");
    }
}
