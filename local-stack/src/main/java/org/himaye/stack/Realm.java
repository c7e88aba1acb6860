package org.himaye.stack;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** The realm and the sign-in theme that module keycloak-realm brings, with the addresses and the client key of this stack put in. */
final class Realm {

    private static final String FILE = "realm/himaye-realm.json";
    private static final String THEMES = "realm/themes";
    private static final String CLIENT = "himaye-web";
    private static final String STANDARD_WEB = "http://localhost:8080";
    private static final String STANDARD_KEYCLOAK = "http://localhost:8180";

    private Realm() {}

    static Optional<String> text(Ports ports, String publicKeys) throws IOException {
        URL file = Realm.class.getClassLoader().getResource(FILE);
        if (file == null) {
            return Optional.empty();
        }
        String standard;
        try (var in = file.openStream()) {
            standard = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String here = standard.replace(STANDARD_WEB, "http://localhost:" + ports.web())
                .replace(STANDARD_KEYCLOAK, "http://localhost:" + ports.keycloak());
        JsonObject realm = JsonParser.parseString(here).getAsJsonObject();
        for (var client : realm.getAsJsonArray("clients")) {
            JsonObject object = client.getAsJsonObject();
            if (CLIENT.equals(object.get("clientId").getAsString())) {
                if (!object.has("attributes")) {
                    object.add("attributes", new JsonObject());
                }
                object.getAsJsonObject("attributes").addProperty("jwks.string", publicKeys);
            }
        }
        return Optional.of(new GsonBuilder().disableHtmlEscaping().create().toJson(realm));
    }

    static void copyThemes(Path target) throws IOException {
        Places.delete(target);
        Files.createDirectories(target);
        URL themes = Realm.class.getClassLoader().getResource(THEMES);
        if (themes == null) {
            return;
        }
        if (themes.openConnection() instanceof JarURLConnection inJar) {
            copyFromJar(inJar, target);
        } else {
            copyFromFolder(themes, target);
        }
    }

    private static void copyFromJar(JarURLConnection connection, Path target) throws IOException {
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.isDirectory() || !entry.getName().startsWith(THEMES + "/")) {
                    continue;
                }
                Path file = target.resolve(entry.getName().substring(THEMES.length() + 1));
                Files.createDirectories(file.getParent());
                try (var in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    private static void copyFromFolder(URL themes, Path target) throws IOException {
        try {
            Path source = Path.of(themes.toURI());
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
