package org.himaye.keeping;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What a backup says about itself, in clear: enough to know what it is and whether it is whole, nothing that the database seals.
 *
 * @param format of the folder; a higher one than {@link #FORMAT} is of a later version
 * @param id of this backup; its files are bound to it
 * @param made moment of the copy, ISO 8601
 * @param installation which it is a copy of
 * @param kind demo or production
 * @param address where its pages were
 * @param realm mark of the sign-in realm that was imported
 * @param versions of Himaye's servers
 * @param changes files of the database's changelog that had run
 * @param key the backup's own key, wrapped by the installation's key-encryption key
 * @param rows number of rows of every table, by database
 * @param files size and SHA-256 of every other file of the folder
 */
public record Manifest(
        int format,
        String id,
        String made,
        String installation,
        String kind,
        String address,
        String realm,
        SortedMap<String, String> versions,
        List<String> changes,
        String key,
        SortedMap<String, SortedMap<String, Long>> rows,
        SortedMap<String, Content> files) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    static final String SEAL = "manifest.seal";

    /** Of one file. */
    public record Content(long bytes, String sha256) {}

    static Manifest read(String text) {
        try {
            Manifest manifest = gson().fromJson(text, Manifest.class);
            if (manifest == null || manifest.id == null || manifest.files == null || manifest.rows == null) {
                throw new KeepingProblem("The manifest of this backup is not complete: take another backup");
            }
            return manifest;
        } catch (JsonParseException e) {
            throw new KeepingProblem("The manifest of this backup cannot be read: take another backup", e);
        }
    }

    String text() {
        return gson().toJson(this) + "\n";
    }

    private static Gson gson() {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    }

    public Instant at() {
        return Instant.parse(made);
    }

    private long rowsOf(String database) {
        return rows.get(database).values().stream().mapToLong(Long::longValue).sum();
    }

    /** One line for people. */
    public String summary() {
        return "Backup of a " + kind + " installation, made " + made + ", changelog of " + changes.size() + " files, "
                + rowsOf(Databases.HIMAYE) + " rows in "
                + rows.get(Databases.HIMAYE).size() + " tables, "
                + rowsOf(Databases.KEYCLOAK) + " rows of sign-in, " + versions;
    }
}
