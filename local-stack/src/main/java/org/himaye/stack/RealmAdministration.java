package org.himaye.stack;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The administrator of this stack's Keycloak: replaces the demo's realm, and lets tests look at the truth and set a scene. */
public final class RealmAdministration {

    private static final String REALM = "himaye";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http;
    private final String address;
    private final String password;

    RealmAdministration(Addresses addresses, Secrets secrets) {
        this.http = addresses.client();
        this.address = addresses.here(addresses.ports().keycloak());
        this.password = secrets.of(Secrets.KEYCLOAK_ADMIN);
    }

    /** Also puts one where none is: an earlier replacement may have ended half-way. */
    void replace(String realm) {
        HttpResponse<String> deleted = send("DELETE", "/admin/realms/" + REALM, null);
        if (deleted.statusCode() != 404) {
            demand(204, deleted);
        }
        demand(201, send("POST", "/admin/realms", realm));
    }

    /**
     * What stands at a path of the realm, for example {@code clients?clientId=himaye-web}; the empty path is the realm itself.
     *
     * @throws StackProblem when there is nothing
     */
    public JsonElement get(String path) {
        return JsonParser.parseString(
                demand(200, send("GET", inRealm(path), null)).body());
    }

    /**
     * Changes what stands at a path of the realm.
     *
     * @param body JSON, or null
     * @return the status that Keycloak answered with
     */
    public int change(String method, String path, String body) {
        return send(method, inRealm(path), body).statusCode();
    }

    /** Keycloak's administrator of the first start deletes its own account; nobody can be this administrator afterwards. */
    void removeItself() {
        String id = JsonParser.parseString(
                        demand(200, send("GET", "/admin/realms/master/users?exact=true&username=admin", null))
                                .body())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        demand(204, send("DELETE", "/admin/realms/master/users/" + id, null));
    }

    private static String inRealm(String path) {
        return "/admin/realms/" + REALM + (path.isEmpty() ? "" : "/" + path);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return exchange(HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, publisher(body)));
    }

    /** A new one for each request: it lives for a minute only, and these requests are few. */
    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                exchange(HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method("POST", publisher(form)));
        return JsonParser.parseString(demand(200, answer).body())
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
    }

    private static HttpRequest.BodyPublisher publisher(String body) {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackProblem("Keycloak did not answer its administrator: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Stopped while waiting for Keycloak.", e);
        }
    }

    private static HttpResponse<String> demand(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new StackProblem("Keycloak answered its administrator with " + answer.statusCode() + " at "
                    + answer.uri().getPath() + ": " + answer.body());
        }
        return answer;
    }
}
