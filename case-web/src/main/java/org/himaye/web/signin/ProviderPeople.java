package org.himaye.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.himaye.organisation.ProviderAccounts;
import org.himaye.organisation.ProviderAway;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The accounts at Keycloak, by a client of their own that may manage people and nothing else. */
@ApplicationScoped
public class ProviderPeople implements ProviderAccounts {

    private static final Logger LOG = System.getLogger(ProviderPeople.class.getName());

    private static final String JOB = "job.";
    private static final String ADD_CODE_DEVICE = "CONFIGURE_TOTP";
    private static final Set<String> FACTORS = Set.of("otp", "webauthn", "webauthn-passwordless");

    /** Without letters and digits that look like others on paper. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    private AdministrationConnection connection;
    private IdentityProvider provider;
    private SigninSettings settings;

    /** For the container's proxy. */
    protected ProviderPeople() {}

    @Inject
    ProviderPeople(IdentityProvider provider, SigninSettings settings) {
        this.provider = provider;
        this.settings = settings;
        this.connection = new AdministrationConnection();
    }

    @Override
    public UUID open(String account, String name, String language) {
        return ask(realm -> {
            List<UserRepresentation> found = realm.users().searchByUsername(account, true);
            return UUID.fromString(
                    found.isEmpty()
                            ? make(realm, account, name, language)
                            : found.get(0).getId());
        });
    }

    private static String make(RealmResource realm, String account, String name, String language) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(account);
        user.setEnabled(false);
        int space = name.lastIndexOf(' ');
        user.setFirstName(space < 0 ? name : name.substring(0, space));
        user.setLastName(space < 0 ? "" : name.substring(space + 1));
        user.setAttributes(Map.of("locale", List.of(language)));
        try (Response answer = realm.users().create(user)) {
            if (answer.getStatus() != Response.Status.CREATED.getStatusCode()) {
                throw new WebApplicationException(answer.getStatus());
            }
            String address = answer.getLocation().getPath();
            return address.substring(address.lastIndexOf('/') + 1);
        }
    }

    @Override
    public boolean bringInStep(Wanted wanted) {
        return ask(realm -> {
            UserResource user = user(realm, wanted.sub());
            try {
                boolean missing = wanted.enrols() && factors(user).isEmpty();
                UserRepresentation stored = user.toRepresentation();
                stored.setEnabled(wanted.works());
                Set<String> actions = new LinkedHashSet<>(stored.getRequiredActions());
                if (missing) {
                    actions.add(ADD_CODE_DEVICE);
                } else {
                    actions.remove(ADD_CODE_DEVICE);
                }
                stored.setRequiredActions(List.copyOf(actions));
                job(user, wanted.works() && !missing ? wanted.role().realmName() : null);
                user.update(stored);
                if (missing || !wanted.enrols()) {
                    user.logout();
                }
                return missing;
            } catch (NotFoundException gone) {
                if (wanted.works()) {
                    throw gone;
                }
                return false;
            }
        });
    }

    /** Takes first and gives then: at no moment are there two jobs. */
    private static void job(UserResource user, String wanted) {
        RoleScopeResource roles = user.roles().realmLevel();
        List<RoleRepresentation> has = roles.listAll().stream()
                .filter(role -> role.getName().startsWith(JOB))
                .toList();
        List<RoleRepresentation> wrong =
                has.stream().filter(role -> !role.getName().equals(wanted)).toList();
        if (!wrong.isEmpty()) {
            roles.remove(wrong);
        }
        if (wanted != null && wrong.size() == has.size()) {
            List<RoleRepresentation> right = roles.listAvailable().stream()
                    .filter(role -> role.getName().equals(wanted))
                    .toList();
            if (right.isEmpty()) {
                throw new NotFoundException(wanted);
            }
            roles.add(right);
        }
    }

    @Override
    public String oneTimePassword(UUID sub) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            StringBuilder group = new StringBuilder();
            random.ints(GROUP, 0, SIGNS.length()).forEach(sign -> group.append(SIGNS.charAt(sign)));
            groups.add(group.toString());
        }
        String password = String.join("-", groups);
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        ask(realm -> {
            user(realm, sub).resetPassword(credential);
            return null;
        });
        return password;
    }

    @Override
    public boolean hasSecondFactor(UUID sub) {
        return ask(realm -> !factors(user(realm, sub)).isEmpty());
    }

    @Override
    public void forgetSecondFactors(UUID sub) {
        ask(realm -> {
            UserResource user = user(realm, sub);
            factors(user).forEach(factor -> user.removeCredential(factor.getId()));
            return null;
        });
    }

    private static List<CredentialRepresentation> factors(UserResource user) {
        return user.credentials().stream()
                .filter(each -> FACTORS.contains(each.getType()))
                .toList();
    }

    private static UserResource user(RealmResource realm, UUID sub) {
        return realm.users().get(sub.toString());
    }

    <T> T ask(Function<RealmResource, T> question) {
        String issuer = settings.issuer().getValue();
        String[] parts = issuer.split("/realms/");
        try {
            return question.apply(connection.realm(parts[0], parts[1], provider.administrationToken()));
        } catch (ProviderUnavailable | RuntimeException e) {
            LOG.log(Level.WARNING, "the identity provider did not take a change of an account", e);
            throw new ProviderAway();
        }
    }
}
