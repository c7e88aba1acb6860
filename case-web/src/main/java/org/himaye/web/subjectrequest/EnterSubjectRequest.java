package org.himaye.web.subjectrequest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.subjectrequest.AnswerForm;
import org.himaye.subjectrequest.AnswerLanguage;
import org.himaye.subjectrequest.ReceivedHow;
import org.himaye.subjectrequest.RequestEntry;
import org.himaye.subjectrequest.SubjectRequestKind;
import org.himaye.subjectrequest.SubjectRequestService;
import org.himaye.web.shared.Notices;

/** {@code /subjectrequest/enter.xhtml}: the person asks for something. */
@Named
@ViewScoped
public class EnterSubjectRequest implements Serializable {

    @Inject
    private transient SubjectRequestService service;

    @Inject
    private transient Notices notices;

    @Inject
    private transient BusinessClock clock;

    private final UUID id = UUID.randomUUID();
    private String number;
    private transient CaseHeader header;
    private SubjectRequestKind kind;
    private LocalDate receivedOn;
    private ReceivedHow receivedHow;
    private AnswerForm form;
    private AnswerLanguage language;
    private boolean interpreter;
    private String words;

    public void load() {
        header = service.openForEnter(CaseNumber.parse(number)).header();
        receivedOn = clock.today();
    }

    public String enter() {
        service.enter(CaseNumber.parse(number), id, request());
        notices.done("subjectrequest_enter.entered");
        return "/subjectrequest/open.xhtml?faces-redirect=true&number=" + number + "&request=" + id;
    }

    private RequestEntry request() {
        return new RequestEntry(kind, receivedOn, receivedHow, form, language, interpreter, words);
    }

    public Rules getRules() {
        return request().rules(clock.today());
    }

    public CaseHeader getHeader() {
        return header;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public SubjectRequestKind getKind() {
        return kind;
    }

    public void setKind(SubjectRequestKind kind) {
        this.kind = kind;
    }

    public LocalDate getReceivedOn() {
        return receivedOn;
    }

    public void setReceivedOn(LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }

    public ReceivedHow getReceivedHow() {
        return receivedHow;
    }

    public void setReceivedHow(ReceivedHow receivedHow) {
        this.receivedHow = receivedHow;
    }

    public AnswerForm getForm() {
        return form;
    }

    public void setForm(AnswerForm form) {
        this.form = form;
    }

    public AnswerLanguage getLanguage() {
        return language;
    }

    public void setLanguage(AnswerLanguage language) {
        this.language = language;
    }

    public boolean isInterpreter() {
        return interpreter;
    }

    public void setInterpreter(boolean interpreter) {
        this.interpreter = interpreter;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
