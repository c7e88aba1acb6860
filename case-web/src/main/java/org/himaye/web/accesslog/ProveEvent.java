package org.himaye.web.accesslog;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.himaye.accesslog.AccessEntry;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.EventProof;
import org.himaye.accesslog.ProofResult;

/** {@code /accesslog/proof.xhtml}: whether the event in front of the auditor is still what was sealed. */
@Named
@ViewScoped
public class ProveEvent implements Serializable {

    @Inject
    private transient AccessLogService log;

    private String event;
    private transient EventProof proof;

    public void load() {
        proof = log.prove(Marks.read(event));
    }

    /** The proof as a small file, for a program that trusts nobody here. */
    public void take() throws IOException {
        EventProof taken = log.takeProof(Marks.read(event));
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext response = faces.getExternalContext();
        byte[] file = taken.file();
        response.setResponseContentType("text/plain; charset=UTF-8");
        response.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"event-" + taken.leaf() + ".tlog-proof\"");
        response.setResponseContentLength(file.length);
        response.getResponseOutputStream().write(file);
        faces.responseComplete();
    }

    public EventProof getProof() {
        return proof;
    }

    public List<AccessEntry> getRows() {
        return proof == null ? List.of() : List.of(proof.entry());
    }

    public boolean isSound() {
        return proof.result() == ProofResult.SOUND;
    }

    public boolean isWaiting() {
        return proof.result() == ProofResult.WAITING;
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(String event) {
        this.event = event;
    }
}
