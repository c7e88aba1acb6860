package org.himaye.web.organisation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Role;
import org.himaye.organisation.PeopleList;
import org.himaye.organisation.PeopleQuery;
import org.himaye.organisation.PeopleService;
import org.himaye.organisation.PersonRow;
import org.himaye.organisation.PersonState;
import org.himaye.organisation.ReviewOverdue;
import org.himaye.organisation.Workplace;
import org.himaye.web.shared.Ids;

/** Everybody who works here or did; filters and place stand in the address, names never. */
@Named
@ViewScoped
public class ListPeople implements Serializable {

    @Inject
    private transient PeopleService people;

    private UUID institution;
    private Role role;
    private PersonState state;
    private UUID after;
    private transient PeopleList list;

    public void load() {
        list = people.list(new PeopleQuery(institution, role, state, after));
    }

    public List<PersonRow> getRows() {
        return list.rows();
    }

    public List<Workplace> getInstitutions() {
        return list.institutions();
    }

    public List<ReviewOverdue> getOverdue() {
        return list.overdue();
    }

    /** The jobs that people can have. */
    public List<Role> getRoles() {
        return java.util.Arrays.stream(Role.values())
                .filter(each -> each != Role.SYSTEM)
                .toList();
    }

    /** The mark of the following page, or null. */
    public String getNext() {
        return text(list.next());
    }

    public boolean isFirst() {
        return after == null;
    }

    public boolean isFiltered() {
        return institution != null || role != null || state != null;
    }

    public String getInstitution() {
        return text(institution);
    }

    public void setInstitution(String chosen) {
        institution = Ids.of(chosen);
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public PersonState getState() {
        return state;
    }

    public void setState(PersonState state) {
        this.state = state;
    }

    public String getAfter() {
        return text(after);
    }

    /** A mark that nobody made here counts as the first page. */
    public void setAfter(String mark) {
        after = Ids.of(mark);
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
