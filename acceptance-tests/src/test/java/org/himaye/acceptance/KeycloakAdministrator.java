package org.himaye.acceptance;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Who administers people at the identity provider. */
final class KeycloakAdministrator implements AutoCloseable {

    private static final String SERVER = Himaye.stack().issuer().toString().replaceFirst("/realms/.*", "");

    private final HttpClient client = HttpClient.newHttpClient();
    private String token;

    KeycloakAdministrator() {
        String answer = send(
                "POST",
                SERVER + "/realms/master/protocol/openid-connect/token",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password="
                        + Himaye.stack().keycloakAdministratorPassword()));
        token = JsonParser.parseString(answer)
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
    }

    void enabled(DemoPerson person, boolean enabled) {
        send("PUT", user(person), "application/json", BodyPublishers.ofString("{\"enabled\": " + enabled + "}"));
    }

    /** Ends every session of the person at the provider. */
    void signOut(DemoPerson person) {
        send("POST", user(person) + "/logout", "application/json", BodyPublishers.noBody());
    }

    private static String user(DemoPerson person) {
        return SERVER + "/admin/realms/himaye/users/" + person.sub();
    }

    private String send(String method, String address, String type, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).method(method, body).header("Content-Type", type);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + address + " " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
