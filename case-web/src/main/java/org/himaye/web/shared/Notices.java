package org.himaye.web.shared;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Says on the page that comes after the redirect that something worked, {@code notices.done("referral_send.sent", number)}, or that it did not. Shown
 * once. Arguments are numbers, dates and codes, never a value of the person.
 */
@Named
@SessionScoped
public class Notices implements Serializable {

    /**
     * @param number of the case that the sentence is about, or null
     * @param warns that something is still to be done
     */
    public record Said(String text, String number, boolean warns) implements Serializable {}

    private final List<Said> waiting = new ArrayList<>();

    @Inject
    private Messages messages;

    public synchronized void done(String key, Object... arguments) {
        waiting.add(new Said(messages.with(key, arguments), null, false));
    }

    /** As {@link #done}, with a link to the case that there is now; its number is the argument. */
    public synchronized void caseOpened(String key, String number) {
        waiting.add(new Said(messages.with(key, number), number, false));
    }

    /** Says, once, what whoever comes back has to do again. */
    public synchronized void notDone(String key) {
        Said said = new Said(messages.with(key), null, true);
        if (!waiting.contains(said)) {
            waiting.add(said);
        }
    }

    public synchronized boolean isAny() {
        return !waiting.isEmpty();
    }

    /** What waits to be said; forgotten after this call. */
    public synchronized List<Said> take() {
        List<Said> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
