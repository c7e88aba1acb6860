package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.himaye.migrations.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Settings PLAIN_DEMO = new Settings(Installation.DEMO, false, "", "");
    private static final Settings TLS = new Settings(Installation.PRODUCTION, true, "", "");
    private static final Settings NAMED =
            new Settings(Installation.PRODUCTION, true, "https://cases.example.az", "https://signin.example.az");

    @TempDir
    Path folder;

    private Places places(String name) {
        var places = new Places(folder, folder.resolve(name), folder.resolve("servers"));
        places.prepare();
        return places;
    }

    @Test
    void theFirstStartDecidesAndLaterOnesKeep() throws Exception {
        Places places = places("one");
        assertEquals(NAMED, Settings.settle(places, NAMED));
        assertEquals(NAMED, Settings.settle(places, PLAIN_DEMO));
        assertEquals(NAMED, Settings.settle(places, TLS));
        assertEquals(NAMED, Settings.read(places));
    }

    @Test
    void whatCannotChangeIsRefusedInOneSentence() throws Exception {
        Places demo = places("demo");
        Settings.settle(demo, PLAIN_DEMO);
        assertThrows(StackProblem.class, () -> Settings.settle(demo, TLS));
        assertThrows(
                StackProblem.class,
                () -> Settings.settle(demo, new Settings(Installation.DEMO, true, "", "")),
                "a folder begun in clear does not become TLS");
        Places local = places("local");
        Settings.settle(local, TLS);
        assertThrows(StackProblem.class, () -> Settings.settle(local, NAMED));
    }

    @Test
    void addressesAreHttpsOriginsInPairsAndOverTlsOnly() {
        String signIn = "https://signin.example.az";
        for (String wrong : new String[] {
            "http://cases.example.az",
            "https://cases.example.az/",
            "https://cases.example.az/x",
            "cases.example.az",
            "https://a b"
        }) {
            assertThrows(StackProblem.class, () -> new Settings(Installation.PRODUCTION, true, wrong, signIn), wrong);
        }
        assertThrows(
                StackProblem.class, () -> new Settings(Installation.PRODUCTION, true, "https://cases.example.az", ""));
        assertThrows(
                StackProblem.class,
                () -> new Settings(Installation.PRODUCTION, false, "https://cases.example.az", signIn));
    }

    @Test
    void peopleAreSentWhereTheProxyListensAndTheLauncherAsksHere() {
        var ports = new Ports(7);
        Addresses named = new Addresses(NAMED, ports, Optional.empty());
        assertEquals("https://signin.example.az/realms/himaye", named.issuer());
        assertEquals("https://localhost:8087", named.here(ports.web()));
        Addresses demo = new Addresses(PLAIN_DEMO, ports, Optional.empty());
        assertEquals("http://localhost:8087", demo.web());
        assertEquals("http://localhost:8187/realms/himaye", demo.issuer());
    }
}
