package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;

/** Notes, each time a key is about to be unwrapped, how many events another connection can already see. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class WatchedVault implements KeyVault {

    /** Number of committed events at each use of the key-encryption key. */
    static final List<Long> EVENTS_SEEN = new ArrayList<>();

    @Inject
    @Delegate
    private KeyVault vault;

    @Override
    public Aead wrapping() {
        EVENTS_SEEN.add(
                SuperuserConnection.number("select count(*) from himaye.access_event where act not like 'provider.%'"));
        return vault.wrapping();
    }
}
