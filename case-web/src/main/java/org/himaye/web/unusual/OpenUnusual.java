package org.himaye.web.unusual;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.unusual.UnusualService;
import org.himaye.unusual.UnusualVerdict;
import org.himaye.unusual.UnusualView;
import org.himaye.web.shared.Ids;
import org.himaye.web.shared.Notices;

/** {@code /unusual/open.xhtml}: one unusual access and the auditor's verdict. */
@Named
@ViewScoped
public class OpenUnusual implements Serializable {

    @Inject
    private transient UnusualService service;

    @Inject
    private transient Notices notices;

    private String id;
    private int version;
    private UnusualVerdict verdict;
    private String words;
    private transient UnusualView unusual;

    public void load() {
        unusual = service.open(Ids.of(id));
        version = unusual.version();
    }

    public String decide() {
        service.decide(Ids.of(id), version, verdict, words);
        notices.done("unusual_open.decided");
        return "/unusual/open.xhtml?faces-redirect=true&id=" + Ids.of(id);
    }

    public UnusualView getUnusual() {
        return unusual;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** What is said here; that somebody is asked is said by asking. */
    public List<UnusualVerdict> getVerdicts() {
        return List.of(UnusualVerdict.EXPLAINED, UnusualVerdict.NOT_EXPLAINED);
    }

    public UnusualVerdict getVerdict() {
        return verdict;
    }

    public void setVerdict(UnusualVerdict verdict) {
        this.verdict = verdict;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
