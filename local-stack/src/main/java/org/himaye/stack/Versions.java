package org.himaye.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The servers' versions as the root POM has them. */
final class Versions {

    private static final Properties VALUES = new Properties();

    static {
        try (var in = Versions.class.getResourceAsStream("versions.properties")) {
            VALUES.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Versions() {}

    static String payara() {
        return VALUES.getProperty("payara");
    }

    static String keycloak() {
        return VALUES.getProperty("keycloak");
    }

    /** All of them, by server. */
    static SortedMap<String, String> all() {
        var all = new TreeMap<String, String>();
        VALUES.stringPropertyNames().forEach(server -> all.put(server, VALUES.getProperty(server)));
        return all;
    }

    static String postgresMajor() {
        String version = VALUES.getProperty("postgresql");
        return version.substring(0, version.indexOf('.'));
    }
}
