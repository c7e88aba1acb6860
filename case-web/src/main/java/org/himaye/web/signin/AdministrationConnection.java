package org.himaye.web.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/**
 * Keycloak's own client library on the Jakarta REST client that the server has: a second one inside the application would fight with
 * it. The name of the library's port tells where it comes from, not what is used here.
 */
final class AdministrationConnection implements ResteasyClientProvider {

    private static final String BODY_WITH_DELETE = "jersey.config.client.suppressHttpComplianceValidation";
    private static final long CONNECT_SECONDS = 2;
    private static final long READ_SECONDS = 4;

    private final Client client = ClientBuilder.newBuilder()
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
            // The provider takes lists of roles with DELETE.
            .property(BODY_WITH_DELETE, true)
            .register(JacksonFeature.class)
            .register(new Json())
            .build();

    AdministrationConnection() {
        Keycloak.setClientProvider(this);
    }

    /** What the token opens of a realm. */
    RealmResource realm(String server, String realm, String token) {
        return KeycloakBuilder.builder()
                .serverUrl(server)
                .realm(realm)
                .authorization(token)
                .resteasyClient(client)
                .build()
                .realm(realm);
    }

    @Override
    public Client newRestEasyClient(Object json, SSLContext tls, boolean trustsAnybody) {
        return client;
    }

    @Override
    public <R> R targetProxy(WebTarget target, Class<R> type) {
        return WebResourceFactory.newResource(type, target);
    }

    /** A newer server says more than the library knows. */
    static final class Json implements ContextResolver<ObjectMapper> {

        private final ObjectMapper mapper = new ObjectMapper()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setSerializationInclusion(JsonInclude.Include.NON_NULL);

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return mapper;
        }
    }
}
