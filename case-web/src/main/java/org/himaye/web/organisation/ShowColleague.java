package org.himaye.web.organisation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Role;
import org.himaye.organisation.AccountReason;
import org.himaye.organisation.EndReason;
import org.himaye.organisation.Handout;
import org.himaye.organisation.PeopleService;
import org.himaye.organisation.PersonRow;
import org.himaye.organisation.PersonState;
import org.himaye.organisation.PersonView;
import org.himaye.organisation.Workplace;
import org.himaye.web.shared.Ids;
import org.himaye.web.shared.Notices;
import org.himaye.web.signin.AccountsInStep;
import org.himaye.web.signin.ProviderPeople;

/** One colleague: the job, a new way in, and the end. What is to be handed over is shown here once. */
@Named
@ViewScoped
public class ShowColleague implements Serializable {

    @Inject
    private transient PeopleService people;

    @Inject
    private transient ProviderPeople accounts;

    @Inject
    private transient AccountsInStep provider;

    @Inject
    private transient Handouts handouts;

    @Inject
    private transient Notices notices;

    @Inject
    private transient CurrentCaller caller;

    private UUID colleague;
    private Workplace institution;
    private Role role;
    private boolean onDuty;
    private Boolean factor;
    private AccountReason reason;
    private EndReason endReason;
    private transient PersonView view;
    private transient Handout handout;

    public void load() {
        view = people.open(colleague);
        PersonRow person = view.person();
        institution = view.institutions().stream()
                .filter(each -> each.id().equals(person.institution()))
                .findFirst()
                .orElse(null);
        role = person.role();
        onDuty = person.onDuty();
        handout = handouts.take(colleague).orElse(null);
    }

    /** Where a colleague's page is. */
    static String address(UUID sub) {
        return "/organisation/colleague.xhtml?faces-redirect=true&colleague=" + sub;
    }

    /** The jobs that these institutions have, each once. */
    static List<Role> jobs(List<Workplace> institutions) {
        return java.util.Arrays.stream(Role.values())
                .filter(each ->
                        institutions.stream().anyMatch(place -> place.jobs().contains(each)))
                .toList();
    }

    public String place() {
        people.place(colleague, view.person().version(), role, institution.id(), onDuty, accounts)
                .ifPresent(handouts::put);
        return told("organisation_colleague.placed");
    }

    public String renew() {
        handouts.put(people.renew(colleague, view.person().version(), Boolean.TRUE.equals(factor), reason, accounts));
        return told("organisation_colleague.renewed");
    }

    public String end() {
        people.end(colleague, view.person().version(), endReason);
        return told("organisation_colleague.ended");
    }

    private String told(String key) {
        notices.done(provider.tell(colleague) ? key : "organisation_colleague.toldLater");
        return address(colleague);
    }

    public PersonRow getPerson() {
        return view.person();
    }

    public Handout getHandout() {
        return handout;
    }

    public List<Workplace> getInstitutions() {
        return view.institutions();
    }

    public List<Role> getRoles() {
        return jobs(view.institutions());
    }

    /** Nobody administers himself, and nobody who has left. */
    public boolean isOpen() {
        return view.person().state() != PersonState.ENDED && !isOwn();
    }

    public boolean isOwn() {
        return caller.get().sub().equals(colleague);
    }

    public boolean isFactorNeeded() {
        return view.person().role().needsSecondFactor();
    }

    public String getColleague() {
        return colleague == null ? null : colleague.toString();
    }

    public void setColleague(String id) {
        colleague = Ids.of(id);
        if (colleague == null) {
            throw new Refused(AccessReason.UNKNOWN);
        }
    }

    public Workplace getInstitution() {
        return institution;
    }

    public void setInstitution(Workplace institution) {
        this.institution = institution;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public boolean isOnDuty() {
        return onDuty;
    }

    public void setOnDuty(boolean onDuty) {
        this.onDuty = onDuty;
    }

    public Boolean getFactor() {
        return factor;
    }

    public void setFactor(Boolean factor) {
        this.factor = factor;
    }

    public AccountReason getReason() {
        return reason;
    }

    public void setReason(AccountReason reason) {
        this.reason = reason;
    }

    public EndReason getEndReason() {
        return endReason;
    }

    public void setEndReason(EndReason endReason) {
        this.endReason = endReason;
    }
}
