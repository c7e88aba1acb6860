package org.himaye.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where people and the servers themselves reach each server, and how these prove that they are them. */
record Addresses(Settings settings, Ports ports, Optional<Certificates> certificates) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static Addresses of(Settings settings, Ports ports, Places places, Secrets secrets)
            throws IOException, GeneralSecurityException {
        if (!settings.tls()) {
            return new Addresses(settings, ports, Optional.empty());
        }
        var certificates = new Certificates(places, secrets);
        certificates.makeMissing(!settings.address().isEmpty());
        return new Addresses(settings, ports, Optional.of(certificates));
    }

    private String scheme() {
        return settings.tls() ? "https" : "http";
    }

    /** Where people reach the pages, without a slash at the end. */
    String web() {
        return settings.address().isEmpty() ? here(ports.web()) : settings.address();
    }

    /** Where people reach Keycloak, without a slash at the end. */
    String signIn() {
        return settings.signIn().isEmpty() ? here(ports.keycloak()) : settings.signIn();
    }

    String issuer() {
        return signIn() + "/realms/himaye";
    }

    /** Where a server on this machine answers this launcher, without a slash at the end. */
    String here(int port) {
        return scheme() + "://localhost:" + port;
    }

    /**
     * Asks the servers of this installation and, over TLS, nobody else. In HTTP/1.1: Payara offers no other and would wait for the
     * body of a request that asks to change.
     */
    HttpClient client() {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
        certificates.map(Certificates::trusting).ifPresent(client::sslContext);
        return client.build();
    }

    /** Whether people come through a proxy on this machine, which says who they are and by which name they came. */
    boolean behindProxy() {
        return !settings.address().isEmpty();
    }

    /** @param options in addition, for example a user's name */
    String database(String name, Map<String, String> options) {
        var url = new StringBuilder("jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name);
        var all = new TreeMap<>(options);
        certificates.ifPresent(each -> all.putAll(each.ofDatabase()));
        char separator = '?';
        for (var option : all.entrySet()) {
            url.append(separator).append(option.getKey()).append('=').append(option.getValue());
            separator = '&';
        }
        return url.toString();
    }

    URI address() {
        return URI.create(web() + "/");
    }
}
