package org.himaye.web.shared;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Says that something worked, on the page that comes after the redirect: {@code notices.done("referral_send.sent", number)}. Shown
 * once. Arguments are numbers, dates and codes, never a value of the person.
 */
@Named
@SessionScoped
public class Notices implements Serializable {

    private final List<String> waiting = new ArrayList<>();

    @Inject
    private Messages messages;

    public synchronized void done(String key, Object... arguments) {
        waiting.add(messages.with(key, arguments));
    }

    public synchronized boolean isAny() {
        return !waiting.isEmpty();
    }

    /** What waits to be said; forgotten after this call. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
