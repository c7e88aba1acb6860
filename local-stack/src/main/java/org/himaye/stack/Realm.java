package org.himaye.stack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.himaye.migrations.Installation;

/** The realm and the sign-in theme that module keycloak-realm brings, with the addresses and the client key of this stack put in. */
final class Realm {

    private static final String FOLDER = "realm/";
    private static final String REALM = "himaye-realm.json";
    private static final String KEYS = "jwks.string";

    private Realm() {}

    /**
     * The files of an import, by name; none when the module brings no realm. People come with the demo only: real ones are
     * invited.
     */
    static SortedMap<String, String> files(Addresses addresses, String publicKeys) throws IOException {
        var files = new TreeMap<String, String>();
        Optional<String> realm = resource(FOLDER + REALM);
        if (realm.isEmpty()) {
            return files;
        }
        files.put(REALM, gson().toJson(whole(here(realm.get(), addresses), addresses, publicKeys)));
        if (addresses.settings().kind() == Installation.DEMO) {
            for (int i = 0; resource(FOLDER + users(i)).isPresent(); i++) {
                files.put(users(i), here(resource(FOLDER + users(i)).orElseThrow(), addresses));
            }
        }
        return files;
    }

    /** Changes when the files change, wherever the stack listens and whichever keys it has. */
    static String version(Installation installation) throws IOException {
        var text = new StringBuilder(resource(FOLDER + REALM).orElse(""));
        for (int i = 0;
                installation == Installation.DEMO && resource(FOLDER + users(i)).isPresent();
                i++) {
            text.append(resource(FOLDER + users(i)).orElseThrow());
        }
        return Hash.of(text.toString());
    }

    private static String users(int number) {
        return "himaye-users-" + number + ".json";
    }

    private static Optional<String> resource(String name) throws IOException {
        try (var in = Realm.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String here(String text, Addresses addresses) {
        return text.replace("${himaye.address}", addresses.web()).replace("${himaye.issuer}", addresses.issuer());
    }

    private static JsonObject whole(String text, Addresses addresses, String publicKeys) {
        JsonObject realm = JsonParser.parseString(text).getAsJsonObject();
        realm.addProperty("sslRequired", addresses.settings().tls() ? "all" : "none");
        for (var client : realm.getAsJsonArray("clients")) {
            JsonObject attributes = client.getAsJsonObject().getAsJsonObject("attributes");
            if (attributes != null && attributes.has(KEYS)) {
                attributes.addProperty(KEYS, publicKeys);
            }
        }
        return realm;
    }

    /** The same as one file, people included, as the administrator's interface takes it. */
    static String whole(Map<String, String> files) {
        JsonObject realm = JsonParser.parseString(files.get(REALM)).getAsJsonObject();
        JsonArray people = realm.getAsJsonArray("users");
        files.forEach((name, text) -> {
            if (!name.equals(REALM)) {
                people.addAll(JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("users"));
            }
        });
        return gson().toJson(realm);
    }

    private static Gson gson() {
        return new GsonBuilder().disableHtmlEscaping().create();
    }

    /** The sign-in pages, and the passwords that nobody may choose: Keycloak reads both from its own folders. */
    static void copyBeside(Path keycloak) throws IOException {
        copy("realm/themes", keycloak.resolve("themes"));
        copy("realm/password-blacklists", keycloak.resolve("data/password-blacklists"));
    }

    private static void copy(String folder, Path target) throws IOException {
        Places.delete(target);
        Files.createDirectories(target);
        URL source = Realm.class.getClassLoader().getResource(folder);
        if (source == null) {
            return;
        }
        if (source.openConnection() instanceof JarURLConnection inJar) {
            copyFromJar(inJar, folder + "/", target);
        } else {
            copyFromFolder(source, target);
        }
    }

    private static void copyFromJar(JarURLConnection connection, String folder, Path target) throws IOException {
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.isDirectory() || !entry.getName().startsWith(folder)) {
                    continue;
                }
                Path file = target.resolve(entry.getName().substring(folder.length()));
                Files.createDirectories(file.getParent());
                try (var in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    private static void copyFromFolder(URL folder, Path target) throws IOException {
        try {
            Path source = Path.of(folder.toURI());
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = target.resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
