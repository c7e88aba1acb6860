package org.himaye.web.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Threat T4: who speaks in the identity provider's place lies, hangs or talks nonsense. Whatever it does ends as a refusal or as "away",
 * in bounded time, and never as a fault of ours. Lies inside a token are {@link TokenCheckTest}'s.
 */
class MaliciousProviderTest {

    private static final Duration BOUND = ProviderConnection.DEADLINE.plusSeconds(2);
    private static final String SUBJECT = "66f9a2f1-3005-3f01-8a3f-4c64f013891d";

    @FunctionalInterface
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @TempDir
    Path folder;

    private final Map<String, Behaviour> behaviours = new HashMap<>();
    private final PendingSignin begun =
            new PendingSignin(new State(), new Nonce("n-1"), new CodeVerifier(), "/", null, false, Instant.now());
    /** Until then a provider is silent that never answers. */
    private final CountDownLatch over = new CountDownLatch(1);

    private HttpServer server;
    private RSAKey key;
    private String issuer;
    private IdentityProvider provider;

    @BeforeEach
    void honestProvider() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::dispatch);
        server.start();
        issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/himaye";
        key = new RSAKeyGenerator(2048)
                .keyID("k")
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.PS256)
                .generate();
        behaviours.put("/realms/himaye/.well-known/openid-configuration", json(200, description(issuer)));
        behaviours.put("/keys", json(200, new JWKSet(key.toPublicJWK()).toString()));
        behaviours.put("/par", json(201, "{\"request_uri\":\"urn:x:1\",\"expires_in\":60}"));
        behaviours.put("/token", exchange -> json(200, tokens()).answer(exchange));
        provider = new IdentityProvider(settings());
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void theHonestOneIsBelieved() throws Exception {
        assertEquals(
                UUID.fromString(SUBJECT), provider.redeem("code", begun).proof().sub());
        assertTrue(provider.begin(begun, "az").toString().startsWith("http://localhost"));
    }

    @Test
    void aRefusedCodeIsARefusal() {
        behaviours.put("/token", json(400, "{\"error\":\"invalid_grant\"}"));

        assertThrows(SigninRejected.class, () -> provider.redeem("used before", begun));
        assertThrows(SigninRejected.class, () -> provider.renew("ended"));
    }

    @Test
    void anAnswerWithoutIdTokenIsARefusal() {
        behaviours.put("/token", json(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}"));

        assertThrows(SigninRejected.class, () -> provider.redeem("code", begun));
    }

    @Test
    void nonsenseFromAnyEndpointIsAwayAndNoFault() {
        for (Behaviour nonsense : List.of(
                json(200, "<html>"),
                json(200, ""),
                json(200, "[]"),
                json(200, "{\"id_token\":17}"),
                json(500, "{}"),
                json(503, "busy"),
                exchange -> exchange.close(),
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://localhost:1/");
                    exchange.sendResponseHeaders(302, -1);
                })) {
            for (String endpoint :
                    List.of("/token", "/par", "/keys", "/realms/himaye/.well-known/openid-configuration")) {
                Behaviour honest = behaviours.put(endpoint, nonsense);
                IdentityProvider fresh = new IdentityProvider(settings());

                assertAway(() -> {
                    if (endpoint.equals("/par")) {
                        fresh.begin(begun, "az");
                    } else {
                        fresh.redeem("code", begun);
                    }
                });

                behaviours.put(endpoint, honest);
            }
        }
    }

    @Test
    void anotherIssuerInTheDescriptionIsAway() {
        behaviours.put(
                "/realms/himaye/.well-known/openid-configuration",
                json(200, description("http://localhost:1/realms/himaye")));

        assertThrows(ProviderUnavailable.class, () -> provider.begin(begun, "az"));
    }

    @Test
    void silenceIsAwayInBoundedTime() {
        behaviours.put("/token", exchange -> over.await());

        assertTimeout(BOUND, () -> assertAway(() -> provider.redeem("code", begun)));
    }

    @Test
    void aByteNowAndThenIsAwayInBoundedTime() {
        behaviours.put("/token", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                do {
                    out.write(' ');
                    out.flush();
                } while (!over.await(200, TimeUnit.MILLISECONDS));
            }
        });

        assertTimeout(BOUND, () -> assertAway(() -> provider.redeem("code", begun)));
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        behaviours.put("/token", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(blanks);
                }
            }
        });

        assertTimeout(BOUND, () -> assertAway(() -> provider.redeem("code", begun)));
    }

    @Test
    void aProviderThatGoesAwayIsFoundAgain() throws Exception {
        Behaviour honest = behaviours.put("/token", json(503, "busy"));
        assertAway(() -> provider.redeem("code", begun));

        behaviours.put("/token", honest);

        assertEquals(
                UUID.fromString(SUBJECT), provider.redeem("code", begun).proof().sub());
    }

    private interface Attempt {
        void run() throws ProviderUnavailable, SigninRejected;
    }

    private static void assertAway(Attempt attempt) {
        assertThrows(ProviderUnavailable.class, attempt::run);
    }

    private void dispatch(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Behaviour behaviour = behaviours.get(exchange.getRequestURI().getPath());
            if (behaviour == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                behaviour.answer(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Behaviour json(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private String description(String named) {
        String here = issuer.substring(0, issuer.indexOf("/realms"));
        return """
                {"issuer":"%s","authorization_endpoint":"%s/auth","token_endpoint":"%s/token","jwks_uri":"%s/keys",
                 "pushed_authorization_request_endpoint":"%s/par","end_session_endpoint":"%s/logout",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["PS256"]}""".formatted(named, here, here, here, here, here);
    }

    private String tokens() throws IOException {
        try {
            Instant now = Instant.now();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("k").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .subject(SUBJECT)
                            .audience("himaye-web")
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(60)))
                            .claim("nonce", "n-1")
                            .claim("sid", "s")
                            .claim("groups", List.of("job.caseworker"))
                            .build());
            token.sign(new RSASSASigner(key));
            return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token.serialize() + "\"}";
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private SigninSettings settings() {
        try {
            Path client = folder.resolve("client.json");
            if (!Files.exists(client)) {
                Files.writeString(
                        client,
                        new ECKeyGenerator(Curve.P_256).keyID("c").generate().toJSONString());
            }
            System.setProperty("himaye.issuer", issuer);
            System.setProperty("himaye.address", "http://localhost:8080/");
            System.setProperty("himaye.elsewhere", "https://weather.example/");
            System.setProperty("himaye.client.key", client.toString());
            SigninSettings settings = new SigninSettings();
            settings.read();
            return settings;
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
