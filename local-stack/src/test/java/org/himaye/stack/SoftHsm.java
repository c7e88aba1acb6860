package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** SoftHSM, a token made of files, found where its package puts it; {@code ./himaye test} installs it when it may. */
public final class SoftHsm {

    private static final String PIN = "2468";

    private SoftHsm() {}

    /** A new token, told in the folder as an operator would tell it; the environment of the tests names SoftHSM's own file. */
    public static void tell(Path folder, String keys) throws IOException, InterruptedException {
        Path conf = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = conf.resolveSibling("softhsm-tokens");
        Files.createDirectories(tokens);
        if (!Files.exists(conf)) {
            Files.writeString(conf, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
            int made = new ProcessBuilder(
                            "softhsm2-util",
                            "--init-token",
                            "--free",
                            "--label",
                            "himaye",
                            "--pin",
                            PIN,
                            "--so-pin",
                            PIN)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IOException("softhsm2-util made no token");
            }
        }
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("pkcs11.properties"),
                "library = " + library() + "\npin = pkcs11.pin\nkeys = " + keys + "\n");
        Path pin = folder.resolve("pkcs11.pin");
        Files.deleteIfExists(pin);
        Files.writeString(pin, PIN + "\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("r--------"));
    }

    private static Path library() {
        return Stream.of(
                        "/usr/lib/softhsm",
                        "/usr/lib64/softhsm",
                        "/usr/lib/x86_64-linux-gnu/softhsm",
                        "/usr/local/lib/softhsm")
                .map(folder -> Path.of(folder, "libsofthsm2.so"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no SoftHSM found: install it (Debian: apt-get install softhsm2)"));
    }
}
