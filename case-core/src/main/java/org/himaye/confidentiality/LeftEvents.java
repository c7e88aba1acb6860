package org.himaye.confidentiality;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The events that the running request has left in the log, for its answer to name: an answer can then be held against the log, and one
 * that shows something and names none stands out. An event of a change is told when the change is committed.
 */
@RequestScoped
public class LeftEvents {

    private final List<UUID> left = new ArrayList<>();
    private boolean print;
    private Consumer<List<UUID>> answer = events -> {};

    /** @param told all of them, again each time one is added; before anything of the answer is sent */
    public void tell(Consumer<List<UUID>> told) {
        answer = told;
        if (!left.isEmpty()) {
            answer.accept(List.copyOf(left));
        }
    }

    /** The answer is a print itself: nothing more is to be recorded when it goes on paper. */
    public boolean isPrint() {
        return print;
    }

    /**
     * Called when it is in the log for good.
     *
     * @param id as it was stored
     */
    public void add(AccessEvent event, UUID id) {
        left.add(id);
        print |= event.action() == AccessEvent.Action.PRINT;
        answer.accept(List.copyOf(left));
    }
}
