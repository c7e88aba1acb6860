package org.himaye.web.subjectrequest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.himaye.casefile.CaseNumber;
import org.himaye.subjectrequest.AnswerForm;
import org.himaye.subjectrequest.AnswerLanguage;
import org.himaye.subjectrequest.Delivery;
import org.himaye.subjectrequest.ExtensionReason;
import org.himaye.subjectrequest.IdentityProof;
import org.himaye.subjectrequest.NarrowingGround;
import org.himaye.subjectrequest.Preparation;
import org.himaye.subjectrequest.RequestOutcome;
import org.himaye.subjectrequest.SubjectRequestKind;
import org.himaye.subjectrequest.SubjectRequestService;
import org.himaye.subjectrequest.SubjectRequestView;
import org.himaye.web.shared.Notices;

/** {@code /subjectrequest/open.xhtml}: one request and the reader's next step. */
@Named
@ViewScoped
public class OpenSubjectRequest implements Serializable {

    @Inject
    private transient SubjectRequestService service;

    @Inject
    private transient Notices notices;

    private String number;
    private String request;
    private transient SubjectRequestView view;
    private int version;
    private IdentityProof proof;
    private String word;
    private RequestOutcome outcome;
    private List<NarrowingGround> grounds = new ArrayList<>();
    private String hiddenNames;
    private Boolean right;
    private AnswerForm deliveredForm;
    private AnswerLanguage deliveredLanguage;
    private boolean deliveredInterpreter;
    private Boolean warned;
    private Boolean appealTold;
    private ExtensionReason extension;
    private String takeBackWord;

    public void load() {
        view = service.open(CaseNumber.parse(number), RequestIds.of(request));
        version = view.version();
        deliveredForm = view.form();
        deliveredLanguage = view.language();
        deliveredInterpreter = view.interpreter();
    }

    public String verify() {
        service.verify(CaseNumber.parse(number), RequestIds.of(request), version, proof, word);
        return done("subjectrequest_open.verified");
    }

    public String prepare() {
        service.prepare(
                CaseNumber.parse(number),
                RequestIds.of(request),
                version,
                new Preparation(outcome, grounds, hiddenNames));
        return done("subjectrequest_open.prepared");
    }

    public String decide() {
        service.decide(CaseNumber.parse(number), RequestIds.of(request), version, right);
        return done("subjectrequest_open.decided");
    }

    public String deliver() {
        service.deliver(
                CaseNumber.parse(number),
                RequestIds.of(request),
                version,
                new Delivery(deliveredForm, deliveredLanguage, deliveredInterpreter, warned, appealTold));
        return done("subjectrequest_open.delivered");
    }

    public String extend() {
        service.extend(CaseNumber.parse(number), RequestIds.of(request), version, extension);
        return done("subjectrequest_open.extended");
    }

    public String takeBack() {
        service.takeBack(CaseNumber.parse(number), RequestIds.of(request), version, takeBackWord);
        return done("subjectrequest_open.takenBack");
    }

    public String confirmTakenBack() {
        service.confirmTakenBack(CaseNumber.parse(number), RequestIds.of(request), version);
        return done("subjectrequest_open.takenBack");
    }

    private String done(String key) {
        notices.done(key);
        return "/subjectrequest/open.xhtml?faces-redirect=true&number=" + number + "&request=" + request;
    }

    /** Also for a form of the page that is sent: its parts are there as long as the request has them. */
    public SubjectRequestView getView() {
        if (view == null) {
            view = service.open(CaseNumber.parse(number), RequestIds.of(request));
        }
        return view;
    }

    /** She gets less than she asked for: the ground and where to complain are told. */
    public boolean isLess() {
        return getView().outcome() != null && getView().outcome() != RequestOutcome.GRANTED;
    }

    /** There is a list of who saw her data. */
    public boolean isListed() {
        return getView().kind().asksForFile() && getView().outcome() != RequestOutcome.REFUSED;
    }

    /** Key of what is to be done for a request of this kind. */
    public String getHow() {
        return switch (getView().kind()) {
            case ACCESS, COPY -> "subjectrequest_open.howFile";
            case CORRECTION -> "subjectrequest_open.howCorrection";
            case RESTRICTION -> "subjectrequest_open.howRestriction";
            case ERASURE -> "subjectrequest_open.howErasure";
            case WITHDRAW_CONSENT -> "subjectrequest_open.howWithdraw";
            case OBJECTION, COMPLAINT -> "subjectrequest_open.howOther";
        };
    }

    /** Where it is done; null where nothing but the answer is to be done. */
    public String getWork() {
        return switch (getView().kind()) {
            case CORRECTION -> "/history/case.xhtml";
            case WITHDRAW_CONSENT -> "/intake/consent.xhtml";
            default -> null;
        };
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(String request) {
        this.request = request;
    }

    public IdentityProof getProof() {
        return proof;
    }

    public void setProof(IdentityProof proof) {
        this.proof = proof;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    /** What can come of it: taking a consent back is never refused. */
    public List<RequestOutcome> getOutcomes() {
        return getView().kind() == SubjectRequestKind.WITHDRAW_CONSENT
                ? List.of(RequestOutcome.GRANTED)
                : List.of(RequestOutcome.values());
    }

    public RequestOutcome getOutcome() {
        return outcome;
    }

    public void setOutcome(RequestOutcome outcome) {
        this.outcome = outcome;
    }

    public List<NarrowingGround> getGrounds() {
        return grounds;
    }

    public void setGrounds(List<NarrowingGround> grounds) {
        this.grounds = grounds;
    }

    public String getHiddenNames() {
        return hiddenNames;
    }

    public void setHiddenNames(String hiddenNames) {
        this.hiddenNames = hiddenNames;
    }

    public Boolean getRight() {
        return right;
    }

    public void setRight(Boolean right) {
        this.right = right;
    }

    public AnswerForm getDeliveredForm() {
        return deliveredForm;
    }

    public void setDeliveredForm(AnswerForm deliveredForm) {
        this.deliveredForm = deliveredForm;
    }

    public AnswerLanguage getDeliveredLanguage() {
        return deliveredLanguage;
    }

    public void setDeliveredLanguage(AnswerLanguage deliveredLanguage) {
        this.deliveredLanguage = deliveredLanguage;
    }

    public boolean isDeliveredInterpreter() {
        return deliveredInterpreter;
    }

    public void setDeliveredInterpreter(boolean deliveredInterpreter) {
        this.deliveredInterpreter = deliveredInterpreter;
    }

    public Boolean getWarned() {
        return warned;
    }

    public void setWarned(Boolean warned) {
        this.warned = warned;
    }

    public Boolean getAppealTold() {
        return appealTold;
    }

    public void setAppealTold(Boolean appealTold) {
        this.appealTold = appealTold;
    }

    public String getTakeBackWord() {
        return takeBackWord;
    }

    public void setTakeBackWord(String takeBackWord) {
        this.takeBackWord = takeBackWord;
    }

    public ExtensionReason getExtension() {
        return extension;
    }

    public void setExtension(ExtensionReason extension) {
        this.extension = extension;
    }
}
