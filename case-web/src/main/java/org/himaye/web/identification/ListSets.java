package org.himaye.web.identification;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.identification.IdentificationService;
import org.himaye.identification.QueueRow;

/** What was sent to the unit and waits for a decision, and what was decided last. */
@Named
@ViewScoped
public class ListSets implements Serializable {

    @Inject
    private transient IdentificationService identifications;

    private transient List<QueueRow> rows;

    public void load() {
        rows = identifications.queue();
    }

    public List<QueueRow> getWaiting() {
        return rows.stream().filter(QueueRow::open).toList();
    }

    public List<QueueRow> getDecided() {
        return rows.stream().filter(row -> !row.open()).toList();
    }
}
