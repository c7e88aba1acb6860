package org.himaye.confidentiality;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.himaye.acceptance.Eventually;
import org.himaye.search.SearchNotReady;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;

/** Tests that run in the server, beside what they test: all of them in one deployment, which is not made anew between two of them. */
@ArquillianTest
abstract class InContainer {

    static final UUID SHELTER = UUID.fromString("a2caddf5-8fea-3b52-9087-65013452540c");
    static final UUID CENTRE = UUID.fromString("fe93b148-d8ae-30aa-8a30-ff353e79deba");

    /** No house of the demo. */
    static final UUID ELSEWHERE = UUID.fromString("00000000-0000-0000-0000-00000000000e");

    /** All tests send files as few people, within an hour: the bound of each person is sixty. */
    @BeforeEach
    void filesForAllTests() {
        SuperuserConnection.uploadsInAnHour(1000);
    }

    @Deployment
    static Archive<?> core() {
        return CoreInContainer.withTests();
    }

    /** Subject of a demo person. */
    static UUID sub(String name) {
        return UUID.nameUUIDFromBytes(("himaye-demo:" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** What each job lets its people do. */
    static Map<Role, Set<Permission>> jobs() throws IOException {
        Map<Role, Set<Permission>> jobs = new EnumMap<>(Role.class);
        try (InputStream lines = InContainer.class.getResourceAsStream("/" + CoreInContainer.JOBS)) {
            new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .forEach(person -> jobs.put(
                            Role.valueOf(SuperuserConnection.text(
                                    "select role from himaye.staff where sub = ?", UUID.fromString(person[0]))),
                            Arrays.stream(person[1].split(","))
                                    .map(Permission::valueOf)
                                    .collect(Collectors.toSet())));
        }
        return jobs;
    }

    /** The database tells the index of names when a change is committed, and the index is built when the server starts: soon, not at once. */
    static void soon(String what, BooleanSupplier holds) {
        Eventually.holds(what, () -> {
            try {
                return holds.getAsBoolean();
            } catch (SearchNotReady wait) {
                return false;
            }
        });
    }
}
