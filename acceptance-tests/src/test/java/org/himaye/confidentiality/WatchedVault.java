package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;

/** Notes, each time a key is about to be unwrapped for a test that watches, how many events another connection can already see. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class WatchedVault implements KeyVault {

    private static final ThreadLocal<List<Long>> SEEN = new ThreadLocal<>();

    @Inject
    @Delegate
    private KeyVault vault;

    /** Number of committed events at each use of the key-encryption key within the act. */
    static List<Long> during(Runnable act) {
        List<Long> seen = new ArrayList<>();
        SEEN.set(seen);
        try {
            act.run();
        } finally {
            SEEN.remove();
        }
        return seen;
    }

    @Override
    public Aead wrapping() {
        List<Long> seen = SEEN.get();
        if (seen != null) {
            seen.add(SuperuserConnection.number(
                    "select count(*) from himaye.access_event where act not like 'provider.%'"));
        }
        return vault.wrapping();
    }
}
