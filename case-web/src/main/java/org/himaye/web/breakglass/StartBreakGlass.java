package org.himaye.web.breakglass;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.accesslog.NotACaseNumber;
import org.himaye.breakglass.BreakGlassDesk;
import org.himaye.breakglass.BreakGlassReason;
import org.himaye.breakglass.BreakGlassRequest;
import org.himaye.breakglass.BreakGlassService;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.DataClass;
import org.himaye.shared.CheckedNumber;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Notices;

/** {@code /breakglass/start.xhtml}: opens a case in an emergency, and lists what runs. Where the person is opens only when ticked by itself. */
@Named
@ViewScoped
public class StartBreakGlass implements Serializable {

    @Inject
    private transient BreakGlassService service;

    @Inject
    private transient Notices notices;

    private final UUID id = UUID.randomUUID();
    private transient BreakGlassDesk desk;
    private String number;
    private BreakGlassReason reason;
    private List<DataClass> classes = new ArrayList<>();
    private boolean location;
    private String reasonText;

    public void load() {
        desk = service.open();
    }

    /** What is wrong is told before anybody is asked for a code. */
    public String start() {
        getRules().hold();
        service.start(id, CaseNumber.parse(number), request());
        notices.done("breakglass_start.started");
        return "/casefile/overview.xhtml?faces-redirect=true&number=" + CaseNumber.parse(number);
    }

    /** What can be told before the case is looked for. */
    public Rules getRules() {
        return new Rules()
                .unless(number == null || CheckedNumber.parse('V', number) != null, NotACaseNumber::new)
                .keep(() -> request().rules().hold());
    }

    private BreakGlassRequest request() {
        Set<DataClass> asked = EnumSet.noneOf(DataClass.class);
        asked.addAll(classes);
        if (location) {
            asked.add(DataClass.CONTACT_LOCATION);
        }
        return new BreakGlassRequest(reason, asked, reasonText);
    }

    public BreakGlassDesk getDesk() {
        return desk;
    }

    /** All that the job may ask for but where the person is. */
    public List<DataClass> getOffered() {
        return desk.classes().stream()
                .filter(each -> each != DataClass.CONTACT_LOCATION)
                .toList();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public BreakGlassReason getReason() {
        return reason;
    }

    public void setReason(BreakGlassReason reason) {
        this.reason = reason;
    }

    public List<DataClass> getClasses() {
        return classes;
    }

    public void setClasses(List<DataClass> classes) {
        this.classes = classes;
    }

    public boolean isLocation() {
        return location;
    }

    public void setLocation(boolean location) {
        this.location = location;
    }

    public String getReasonText() {
        return reasonText;
    }

    public void setReasonText(String reasonText) {
        this.reasonText = reasonText;
    }
}
