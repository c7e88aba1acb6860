package org.himaye.web.identification;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.identification.IdentificationQueue;
import org.himaye.identification.IdentificationService;
import org.himaye.identification.QueueRow;
import org.himaye.shared.PageOf;
import org.himaye.web.shared.Turned;

/** What was sent to the unit and waits for a decision, and what was decided last. */
@Named
@ViewScoped
public class ListSets implements Serializable {

    @Inject
    private transient IdentificationService identifications;

    private final Turned turned = new Turned();
    private transient IdentificationQueue queue;

    public void load() {
        queue = identifications.queue(turned.asked());
    }

    public List<QueueRow> getWaiting() {
        return queue.waiting();
    }

    public PageOf<QueueRow> getDecided() {
        return queue.decided();
    }

    public Turned getTurned() {
        return turned;
    }
}
