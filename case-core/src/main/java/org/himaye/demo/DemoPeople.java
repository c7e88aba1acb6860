package org.himaye.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;

/** Lets a demo person do one act at a moment of the past, in a request of its own. */
@ApplicationScoped
public class DemoPeople {

    @Inject
    private RequestContextController requests;

    @Inject
    private CurrentCaller current;

    @Inject
    private BusinessClock clock;

    static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes(("himaye-" + kind + ":" + name).getBytes(StandardCharsets.UTF_8));
    }

    static UUID sub(String username) {
        return id("demo", username);
    }

    /** A demo person in her job, who may do just the act that the loader asks of her. */
    record Worker(String username, Role role, UUID institution) {

        /** @param then when she gave a second factor, for the acts that ask for one */
        Caller may(Permission permission, Instant then) {
            return new Caller(sub(username), username, role, institution, Set.of(permission), null, "demo", then);
        }
    }

    <T> T as(Worker worker, Permission permission, Instant then, Supplier<T> act) {
        AtomicReference<T> result = new AtomicReference<>();
        requests.activate();
        try {
            current.enter(worker.may(permission, then));
            clock.pretend(then, () -> result.set(act.get()));
            return result.get();
        } finally {
            requests.deactivate();
        }
    }

    void does(Worker worker, Permission permission, Instant then, Runnable act) {
        as(worker, permission, then, () -> {
            act.run();
            return null;
        });
    }
}
