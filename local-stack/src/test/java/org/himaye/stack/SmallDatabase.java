package org.himaye.stack;

import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL of its own beside the stack of the tests: state in a folder of the test, ports that nothing else of ours uses. */
final class SmallDatabase {

    private static final int BESIDE = 7;

    private SmallDatabase() {}

    static Database in(Path var) throws IOException {
        Places checkout = Places.ofThisCheckout();
        Places places = new Places(checkout.root(), var, checkout.servers());
        places.prepare();
        Ports ports = new Ports(Stack.portsOfEnvironment().offset() + BESIDE);
        return new Database(places, ports, Secrets.load(places.secrets(), true));
    }
}
