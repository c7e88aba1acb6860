package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.himaye.migrations.Installation;

/** A PostgreSQL of its own beside the stack of the tests: state in a folder of the test, ports that nothing else of ours uses. */
final class SmallDatabase {

    private static final int BESIDE = 7;

    private SmallDatabase() {}

    static Places places(Path var) {
        Places checkout = Places.ofThisCheckout();
        return new Places(checkout.root(), var, checkout.servers());
    }

    /** Others with every call as long as the ones before are in use. */
    static Ports ports() {
        return Ports.freeFrom(Stack.portsOfEnvironment().offset() + BESIDE);
    }

    static Database in(Places places, Ports ports) throws IOException {
        places.prepare();
        Settings settings = Settings.settle(places, new Settings(Installation.DEMO, false, "", ""));
        return new Database(
                places, new Addresses(settings, ports, Optional.empty()), Secrets.load(places.secrets(), true));
    }

    static Database in(Path var) throws IOException {
        return in(places(var), ports());
    }
}
