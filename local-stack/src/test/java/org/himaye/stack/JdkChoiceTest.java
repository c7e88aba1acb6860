package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's choice of a JDK, with folders that look like JDKs. */
class JdkChoiceTest {

    @TempDir
    Path home;

    private Path jdk(String place, String version) throws Exception {
        Path folder = Files.createDirectories(home.resolve(place));
        Files.createDirectories(folder.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Path file = Files.writeString(folder.resolve("bin/" + program), "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    private String chosen(Map<String, String> environment) throws Exception {
        Path script = Places.ofThisCheckout().root().resolve("himaye");
        var builder = new ProcessBuilder(script.toString(), "jdk").redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HIMAYE_JDK_FOLDERS", home.resolve("jvm") + "/*");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output.strip();
    }

    @Test
    void theOneOfTheEnvironmentWinsWhenItIsNewEnough() throws Exception {
        jdk("jvm/new", "25.0.1");
        Path own = jdk("own", "22.0.2");
        assertEquals(own.toString(), chosen(Map.of("JAVA_HOME", own.toString())));
    }

    @Test
    void anOldOneOfTheEnvironmentIsPassedOver() throws Exception {
        Path old = jdk("own", "17.0.15");
        Path good = jdk("jvm/good", "21.0.4");
        assertEquals(good.toString(), chosen(Map.of("JAVA_HOME", old.toString())));
    }

    @Test
    void theNewestLongTermReleaseIsTaken() throws Exception {
        jdk("jvm/a", "21.0.4");
        jdk("jvm/b", "26");
        Path longTerm = jdk("jvm/c", "25.0.3");
        jdk("jvm/d", "1.8.0_402");
        assertEquals(longTerm.toString(), chosen(Map.of()));
    }

    @Test
    void withoutASuitableOneItSaysWhatToInstall() throws Exception {
        jdk("jvm/a", "17.0.15");
        assertTrue(chosen(Map.of()).startsWith("himaye: no JDK of 21 or newer was found: install one"));
    }
}
