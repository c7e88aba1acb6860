package org.himaye.web.identification;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.identification.IdentificationQueue;
import org.himaye.identification.IdentificationService;
import org.himaye.identification.QueueRow;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;

/** What was sent to the unit and waits for a decision, and what was decided last. */
@Named
@ViewScoped
public class ListSets implements Serializable {

    @Inject
    private transient IdentificationService identifications;

    private String before;
    private String after;
    private transient IdentificationQueue queue;

    public void load() {
        queue = identifications.queue(PageAsked.of(before, after));
    }

    public List<QueueRow> getWaiting() {
        return queue.waiting();
    }

    public PageOf<QueueRow> getDecided() {
        return queue.decided();
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
