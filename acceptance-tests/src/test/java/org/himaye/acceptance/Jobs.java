package org.himaye.acceptance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.himaye.confidentiality.Permission;

/** What the realm lets each demo person do. */
public final class Jobs {

    private static final JsonObject REALM = read("/realm/himaye-realm.json");
    private static final JsonObject USERS = read("/realm/himaye-users-0.json");

    private Jobs() {}

    private static JsonObject read(String resource) {
        try (InputStream in = Jobs.class.getResourceAsStream(resource)) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Set<Permission> permissions(DemoPerson person) {
        return roles(person).stream()
                .map(Permission::ofRealmName)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** Names of everything that the person's job is made of. */
    static Set<String> roles(DemoPerson person) {
        Set<String> all = new TreeSet<>();
        for (JsonElement job : named(USERS.getAsJsonArray("users"), "username", person.username())
                .getAsJsonArray("realmRoles")) {
            named(REALM.getAsJsonObject("roles").getAsJsonArray("realm"), "name", job.getAsString())
                    .getAsJsonObject("composites")
                    .getAsJsonArray("realm")
                    .forEach(role -> all.add(role.getAsString()));
        }
        return all;
    }

    private static JsonObject named(JsonArray all, String key, String value) {
        for (JsonElement each : all) {
            if (each.getAsJsonObject().get(key).getAsString().equals(value)) {
                return each.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException(value);
    }
}
