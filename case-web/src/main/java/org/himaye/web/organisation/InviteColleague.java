package org.himaye.web.organisation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.confidentiality.Role;
import org.himaye.organisation.Handout;
import org.himaye.organisation.Invitation;
import org.himaye.organisation.PeopleService;
import org.himaye.organisation.SignInLanguage;
import org.himaye.organisation.Workplace;
import org.himaye.web.signin.ProviderPeople;

/** Gives somebody an account and a job. */
@Named
@ViewScoped
public class InviteColleague implements Serializable {

    @Inject
    private transient PeopleService people;

    @Inject
    private transient ProviderPeople accounts;

    @Inject
    private transient Handouts handouts;

    private String name;
    private String account;
    private Workplace institution;
    private Role role;
    private SignInLanguage language = SignInLanguage.AZ;
    private transient List<Workplace> institutions = List.of();

    public void load() {
        institutions = people.workplaces();
    }

    public String invite() {
        Handout handout = people.invite(new Invitation(name, account, institution, role, language), accounts);
        handouts.put(handout);
        return ShowColleague.address(handout.sub());
    }

    public List<Workplace> getInstitutions() {
        return institutions;
    }

    public List<Role> getRoles() {
        return ShowColleague.jobs(institutions);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account == null ? null : account.strip();
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

    public SignInLanguage getLanguage() {
        return language;
    }

    public void setLanguage(SignInLanguage language) {
        this.language = language;
    }
}
