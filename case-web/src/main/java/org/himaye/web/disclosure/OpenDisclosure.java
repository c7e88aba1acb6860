package org.himaye.web.disclosure;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.himaye.disclosure.ConsentChoice;
import org.himaye.disclosure.CopyKind;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.DisclosureBasis;
import org.himaye.disclosure.DisclosureChannel;
import org.himaye.disclosure.DisclosureCheck;
import org.himaye.disclosure.DisclosureDecision;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.DisclosureState;
import org.himaye.disclosure.DisclosureView;
import org.himaye.disclosure.InformedAnswer;
import org.himaye.disclosure.Informing;
import org.himaye.disclosure.InformingReason;
import org.himaye.disclosure.IssuedPackage;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.disclosure.RefusalGround;
import org.himaye.document.RedactedCopy;
import org.himaye.person.SpokenLanguage;
import org.himaye.web.shared.Messages;
import org.himaye.web.shared.Notices;

/** {@code /disclosure/open.xhtml}: one line of the register and the reader's next step. */
@Named
@ViewScoped
public class OpenDisclosure implements Serializable {

    @Inject
    private transient DisclosureService service;

    @Inject
    private transient DisclosurePackageService packages;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Messages messages;

    private String number;
    private transient DisclosureView view;
    private int version;
    private DisclosureBasis ground;
    private ConsentChoice consent;
    private Boolean fearsState;
    private Boolean guardianConflict;
    private String riskNote;
    private List<DisclosedField> fields = new ArrayList<>();
    private List<RedactedCopy> documents = new ArrayList<>();
    private RedactedCopy paper;
    private LocalDate expiresOn;
    private RefusalGround refused;
    private Informing informing;
    private InformingReason informingReason;
    private LocalDate informedOn;
    private SpokenLanguage informedLanguage;
    private DisclosureChannel channel;
    private Boolean justified;

    public void load() {
        view = service.open(DisclosureNumber.parse(number));
        version = view.version();
        expiresOn = view.proposedEnd();
        informedLanguage = view.spoken().isEmpty() ? null : view.spoken().getFirst();
    }

    public String check() {
        service.check(
                DisclosureNumber.parse(number),
                version,
                new DisclosureCheck(
                        ground, consent == null ? null : consent.id(), fearsState, guardianConflict, riskNote));
        return done("disclosure_open.checked");
    }

    /** There is nothing on which it could rest. */
    public String checkWithout() {
        service.check(
                DisclosureNumber.parse(number), version, new DisclosureCheck(null, null, null, guardianConflict, null));
        return done("disclosure_open.checked");
    }

    public String decide() {
        service.decide(
                DisclosureNumber.parse(number),
                version,
                new DisclosureDecision(
                        null, fields, documents.stream().map(RedactedCopy::id).toList(), expiresOn));
        return done("disclosure_open.granted");
    }

    public String refuse() {
        service.decide(DisclosureNumber.parse(number), version, new DisclosureDecision(refused, List.of(), null));
        return done("disclosure_open.wasRefused");
    }

    public String inform() {
        boolean gone = view.state() == DisclosureState.SENT;
        service.inform(
                DisclosureNumber.parse(number),
                version,
                new InformedAnswer(
                        gone ? Informing.AFTER : informing,
                        gone ? view.informingReason() : informingReason,
                        informedOn,
                        informedOn == null ? null : informedLanguage));
        return done("disclosure_open.informed");
    }

    public void makePdf() throws IOException {
        make(CopyKind.PDF);
    }

    public void makeJson() throws IOException {
        make(CopyKind.JSON);
    }

    public void makePaper() throws IOException {
        give(packages.makePaper(DisclosureNumber.parse(number), paper.id()));
    }

    private void make(CopyKind kind) throws IOException {
        give(packages.make(
                DisclosureNumber.parse(number),
                kind,
                new PackageTexts(messages, getView().expiresOn())));
    }

    private static void give(IssuedPackage made) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext response = faces.getExternalContext();
        response.setResponseContentType(made.contentType());
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + made.fileName() + "\"");
        response.setResponseContentLength(made.content().length);
        response.getResponseOutputStream().write(made.content());
        faces.responseComplete();
    }

    public String send() {
        service.send(DisclosureNumber.parse(number), version, channel);
        return done("disclosure_open.sent");
    }

    public String review() {
        service.review(DisclosureNumber.parse(number), version, justified);
        return done("disclosure_open.reviewed");
    }

    private String done(String key) {
        notices.done(key, number);
        return "/disclosure/open.xhtml?faces-redirect=true&number=" + number;
    }

    /** Also for a form of the page that is sent: its parts are there as long as the line has them. */
    public DisclosureView getView() {
        if (view == null) {
            view = service.open(DisclosureNumber.parse(number));
        }
        return view;
    }

    public boolean isEmbassy() {
        return getView().receiver() == ReceiverKind.EMBASSY;
    }

    /** It has gone and the person does not know yet. */
    public boolean isGone() {
        return getView().state() == DisclosureState.SENT;
    }

    /** Somebody whom we know: the person can be asked. */
    public boolean isKnown() {
        return getView().caseNumber() != null;
    }

    /** The person's own languages first. */
    public List<SpokenLanguage> getLanguages() {
        Set<SpokenLanguage> all = new LinkedHashSet<>(getView().spoken());
        all.addAll(EnumSet.allOf(SpokenLanguage.class));
        return List.copyOf(all);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public DisclosureBasis getGround() {
        return ground;
    }

    public void setGround(DisclosureBasis ground) {
        this.ground = ground;
    }

    public ConsentChoice getConsent() {
        return consent;
    }

    public void setConsent(ConsentChoice consent) {
        this.consent = consent;
    }

    public Boolean getFearsState() {
        return fearsState;
    }

    public void setFearsState(Boolean fearsState) {
        this.fearsState = fearsState;
    }

    public Boolean getGuardianConflict() {
        return guardianConflict;
    }

    public void setGuardianConflict(Boolean guardianConflict) {
        this.guardianConflict = guardianConflict;
    }

    public String getRiskNote() {
        return riskNote;
    }

    public void setRiskNote(String riskNote) {
        this.riskNote = riskNote;
    }

    public List<DisclosedField> getFields() {
        return fields;
    }

    public void setFields(List<DisclosedField> fields) {
        this.fields = fields;
    }

    public List<RedactedCopy> getDocuments() {
        return documents;
    }

    public void setDocuments(List<RedactedCopy> documents) {
        this.documents = documents;
    }

    public RedactedCopy getPaper() {
        return paper;
    }

    public void setPaper(RedactedCopy paper) {
        this.paper = paper;
    }

    public LocalDate getExpiresOn() {
        return expiresOn;
    }

    public void setExpiresOn(LocalDate expiresOn) {
        this.expiresOn = expiresOn;
    }

    public RefusalGround getRefused() {
        return refused;
    }

    public void setRefused(RefusalGround refused) {
        this.refused = refused;
    }

    public Informing getInforming() {
        return informing;
    }

    public void setInforming(Informing informing) {
        this.informing = informing;
    }

    public InformingReason getInformingReason() {
        return informingReason;
    }

    public void setInformingReason(InformingReason informingReason) {
        this.informingReason = informingReason;
    }

    public LocalDate getInformedOn() {
        return informedOn;
    }

    public void setInformedOn(LocalDate informedOn) {
        this.informedOn = informedOn;
    }

    public SpokenLanguage getInformedLanguage() {
        return informedLanguage;
    }

    public void setInformedLanguage(SpokenLanguage informedLanguage) {
        this.informedLanguage = informedLanguage;
    }

    public DisclosureChannel getChannel() {
        return channel;
    }

    public void setChannel(DisclosureChannel channel) {
        this.channel = channel;
    }

    public Boolean getJustified() {
        return justified;
    }

    public void setJustified(Boolean justified) {
        this.justified = justified;
    }
}
