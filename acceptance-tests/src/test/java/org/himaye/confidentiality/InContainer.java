package org.himaye.confidentiality;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.himaye.acceptance.Eventually;
import org.himaye.search.SearchNotReady;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

/** Tests that run in the server, beside what they test: all of them in one deployment, which is not made anew between two of them. */
@ArquillianTest
abstract class InContainer {

    static final UUID SHELTER = UUID.fromString("a2caddf5-8fea-3b52-9087-65013452540c");
    static final UUID CENTRE = UUID.fromString("fe93b148-d8ae-30aa-8a30-ff353e79deba");

    /** No house of the demo. */
    static final UUID ELSEWHERE = UUID.fromString("00000000-0000-0000-0000-00000000000e");

    @Deployment
    static Archive<?> core() {
        return CoreInContainer.withTests();
    }

    /** Subject of a demo person. */
    static UUID sub(String name) {
        return UUID.nameUUIDFromBytes(("himaye-demo:" + name).getBytes(StandardCharsets.UTF_8));
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
