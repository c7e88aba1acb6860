package org.himaye.web.organisation;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.himaye.organisation.Handout;

/** What is to be handed over, between the act and the one page that shows it. In the memory of the session only, and once. */
@SessionScoped
public class Handouts implements Serializable {

    private transient Handout waiting;

    synchronized void put(Handout handout) {
        waiting = handout;
    }

    /** Forgotten after this call, whoever it was for. */
    synchronized Optional<Handout> take(UUID sub) {
        Handout taken = waiting;
        waiting = null;
        return Optional.ofNullable(taken).filter(handout -> handout.sub().equals(sub));
    }
}
