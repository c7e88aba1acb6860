package org.himaye.web.restriction;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.StaffChoice;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.restriction.RestrictionForm;
import org.himaye.restriction.RestrictionKind;
import org.himaye.restriction.RestrictionReason;
import org.himaye.restriction.RestrictionRequest;
import org.himaye.restriction.RestrictionService;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Notices;

/** {@code /restriction/enter.xhtml}: seals one case, suspends it by an order or bars a colleague from it. */
@Named
@ViewScoped
public class EnterRestriction implements Serializable {

    @Inject
    private transient RestrictionService service;

    @Inject
    private transient Notices notices;

    @Inject
    private transient BusinessClock clock;

    private final UUID id = UUID.randomUUID();
    private transient RestrictionForm form;
    private String number;
    private RestrictionKind kind;
    private RestrictionReason reason;
    private String orderNumber;
    private LocalDate orderDate;
    private LocalDate endsOn;
    private List<StaffChoice> persons = new ArrayList<>();

    public void load() {
        if (kind == null) {
            throw new Refused(AccessReason.UNKNOWN);
        }
        form = service.open(CaseNumber.parse(number), kind);
    }

    public String enter() {
        getRules().hold();
        service.enter(id, CaseNumber.parse(number), request());
        notices.done(
                kind == RestrictionKind.SUSPENDED ? "restriction_enter.waits" : "restriction_enter.entered", number);
        return "/restriction/list.xhtml?faces-redirect=true";
    }

    /** What can be told before anybody is asked for a code. */
    public Rules getRules() {
        return request().rules(clock.today());
    }

    private RestrictionRequest request() {
        return new RestrictionRequest(
                kind,
                reason,
                orderNumber,
                orderDate,
                endsOn,
                persons.stream().map(StaffChoice::sub).collect(Collectors.toSet()));
    }

    public RestrictionForm getForm() {
        return form;
    }

    /** True for an order, which has a number and an end. */
    public boolean isOrder() {
        return kind == RestrictionKind.SUSPENDED;
    }

    /** True when the persons lose access instead of keeping it. */
    public boolean isBar() {
        return kind == RestrictionKind.BARRED;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getKind() {
        return kind == null ? null : kind.name();
    }

    public void setKind(String name) {
        kind = Arrays.stream(RestrictionKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public List<RestrictionReason> getReasons() {
        return kind.reasons();
    }

    public RestrictionReason getReason() {
        return reason;
    }

    public void setReason(RestrictionReason reason) {
        this.reason = reason;
    }

    public String getOrderNumber() {
        return orderNumber;
    }

    public void setOrderNumber(String orderNumber) {
        this.orderNumber = orderNumber;
    }

    public LocalDate getOrderDate() {
        return orderDate;
    }

    public void setOrderDate(LocalDate orderDate) {
        this.orderDate = orderDate;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public List<StaffChoice> getPersons() {
        return persons;
    }

    /** @param persons null when the last tick was taken away */
    public void setPersons(List<StaffChoice> persons) {
        this.persons = persons == null ? List.of() : persons;
    }
}
