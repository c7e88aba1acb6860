package org.himaye.web.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.audit.AuditService;
import org.himaye.audit.FindingNumber;
import org.himaye.audit.FindingView;
import org.himaye.breakglass.Verdict;
import org.himaye.web.shared.Notices;

/** {@code /audit/open.xhtml}: one finding and the reader's next step. */
@Named
@ViewScoped
public class OpenFinding implements Serializable {

    @Inject
    private transient AuditService service;

    @Inject
    private transient Notices notices;

    private String number;
    private Verdict verdict;
    private String words;
    private transient FindingView finding;

    public void load() {
        finding = service.open(FindingNumber.parse(number));
    }

    public String answer() {
        service.answer(FindingNumber.parse(number), words);
        return done("audit_open.answered");
    }

    public String decide() {
        service.decide(FindingNumber.parse(number), verdict, words);
        return done("audit_open.decided");
    }

    private String done(String key) {
        notices.done(key, number);
        return "/audit/open.xhtml?faces-redirect=true&number=" + FindingNumber.parse(number);
    }

    public FindingView getFinding() {
        return finding;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Verdict getVerdict() {
        return verdict;
    }

    public void setVerdict(Verdict verdict) {
        this.verdict = verdict;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
