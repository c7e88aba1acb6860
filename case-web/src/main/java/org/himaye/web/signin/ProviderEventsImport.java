package org.himaye.web.signin;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.accesslog.ProviderEvent;
import org.himaye.accesslog.ProviderEvents;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.LogUnavailable;
import org.himaye.confidentiality.Permission;
import org.himaye.organisation.ProviderAway;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.AuthDetailsRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * Brings what Keycloak recorded into our own log, three times a minute and so soon after each start. Codes, times and accounts only: addresses
 * and typed names stay there. A provider that is away is asked again, each kind from where its last
 * answer ended.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ProviderEventsImport {

    private static final Logger LOG = System.getLogger(ProviderEventsImport.class.getName());

    private static final int PAGE = 100;

    /** How long Keycloak keeps events; the realm says so. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** What the provider recorded late is found as well. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** Every page and every round has one of these; when one fails it is an error and comes along. */
    private static final Set<String> ROUTINE = Set.of(
            "CODE_TO_TOKEN", "REFRESH_TOKEN", "PUSHED_AUTHORIZATION_REQUEST", "INTROSPECT_TOKEN", "CLIENT_LOGIN");

    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,60}");
    private static final Pattern ACCOUNT = Pattern.compile("users/([0-9a-f-]{36})\\b.*");

    @Inject
    private ProviderPeople provider;

    @Inject
    private ProviderEvents log;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    public void bring() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant now = Instant.now();
            provider.ask(realm -> {
                signIns(realm, now);
                administration(realm, now);
                return null;
            });
        } catch (ProviderAway | LogUnavailable e) {
            LOG.log(Level.WARNING, "the identity provider's events wait", e);
        } finally {
            running.set(false);
        }
    }

    private Instant since(Permission act, Instant now) {
        return log.last(act).orElse(now.minus(KEPT)).minus(OVERLAP);
    }

    private void signIns(RealmResource realm, Instant now) {
        long since =
                SignInFailures.begins(since(Permission.PROVIDER_SIGNIN, now)).toEpochMilli();
        SignInFailures failures = new SignInFailures();
        List<EventRepresentation> events;
        int first = 0;
        do {
            events = realm.getEvents(null, null, null, since, now.toEpochMilli(), null, first, PAGE, "asc");
            log.take(events.stream()
                    .map(ProviderEventsImport::signIn)
                    .flatMap(Optional::stream)
                    .flatMap(event -> failures.next(event).stream())
                    .toList());
            first += PAGE;
        } while (events.size() == PAGE);
    }

    private void administration(RealmResource realm, Instant now) {
        long since = since(Permission.PROVIDER_ADMINISTRATION, now).toEpochMilli();
        List<AdminEventRepresentation> acts;
        int first = 0;
        do {
            acts = realm.getAdminEvents(
                    null, null, null, null, null, null, null, since, now.toEpochMilli(), first, PAGE, "asc");
            log.take(acts.stream().map(ProviderEventsImport::administration).toList());
            first += PAGE;
        } while (acts.size() == PAGE);
    }

    private static Optional<ProviderEvent> signIn(EventRepresentation event) {
        return ROUTINE.contains(event.getType())
                ? Optional.empty()
                : Optional.of(new ProviderEvent(
                        id(event.getId(), event.getTime() + event.getType() + event.getUserId()),
                        Instant.ofEpochMilli(event.getTime()),
                        account(event.getUserId()),
                        Permission.PROVIDER_SIGNIN,
                        action(event.getType()),
                        null,
                        event.getError() != null,
                        code(event.getType())));
    }

    private static Action action(String type) {
        return type.startsWith("LOGIN") ? Action.LOGIN : type.startsWith("LOGOUT") ? Action.LOGOUT : Action.UPDATE;
    }

    private static ProviderEvent administration(AdminEventRepresentation event) {
        AuthDetailsRepresentation by = event.getAuthDetails();
        Matcher about = ACCOUNT.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
        return new ProviderEvent(
                id(event.getId(), event.getTime() + event.getOperationType() + event.getResourcePath()),
                Instant.ofEpochMilli(event.getTime()),
                by == null ? null : account(by.getUserId()),
                Permission.PROVIDER_ADMINISTRATION,
                "CREATE".equals(event.getOperationType()) ? Action.CREATE : Action.UPDATE,
                about.matches() ? account(about.group(1)) : null,
                event.getError() != null,
                code(event.getOperationType() + "_" + event.getResourceType()));
    }

    private static UUID id(String given, String made) {
        UUID id = account(given);
        return id == null ? UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8)) : id;
    }

    private static UUID account(String id) {
        return id != null && id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(id) : null;
    }

    /** Never a text: what is no code of the provider's is not taken over. */
    private static String code(String kind) {
        return CODE.matcher(kind).matches() ? kind : "OTHER";
    }
}
