package org.himaye.organisation;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.TypedText;

/**
 * The administration of people: who works here, in which job, and no longer. Nobody does it to himself, and no data of persons in
 * care is anywhere near (BR-074). A change of what somebody may do ends the sessions with the act; what the identity provider could
 * not be told stays marked and is told again.
 */
@Stateless
@PermitAll
public class PeopleService {

    /** Rows of one page of the list. */
    public static final int PAGE = 25;

    private static final int NAME_LENGTH = 80;
    private static final Pattern ACCOUNT = Pattern.compile("[a-z][a-z0-9.]{2,31}");

    @Inject
    private PeopleRepository people;

    @Inject
    private WorkOnCases work;

    @Inject
    private RightsReviewRepository reviews;

    @Inject
    private AccountNotes notes;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    @Inject
    private ActRecord record;

    /** Everybody who works here or did, by name. */
    @Act(value = Permission.PEOPLE_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PeopleList list(PeopleQuery query) {
        PeopleList page = transaction.read(() -> {
            List<PersonRow> found = people.list(query, PAGE + 1);
            boolean more = found.size() > PAGE;
            List<PersonRow> rows = List.copyOf(more ? found.subList(0, PAGE) : found);
            return new PeopleList(
                    rows, more ? rows.getLast().sub() : null, people.workplaces(), reviews.overdue(clock.instant()));
        });
        shown(page.rows().size());
        return page;
    }

    /** One colleague. */
    @Act(Permission.PEOPLE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PersonView open(UUID sub) {
        record.on("staff", sub);
        PersonView view = transaction.read(() -> new PersonView(people.get(sub), people.workplaces()));
        shown(1);
        return view;
    }

    /** Where people can work, and as what. */
    @Act(value = Permission.PEOPLE_READ, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Workplace> workplaces() {
        return transaction.read(people::workplaces);
    }

    private void shown(int rows) {
        record.field("staff", "displayName", OPERATIONAL);
        record.field("staff", "account", OPERATIONAL);
        record.field("staff", "role", OPERATIONAL);
        record.rows(rows);
    }

    /**
     * Gives somebody an account and a job. An account that was begun before and belongs to nobody is taken up: it could open nothing.
     *
     * @throws AccountTaken when a colleague has the name
     * @throws JobNotHere when the institution does not have the job
     * @throws ProviderAway when the identity provider could not be told; nothing is left that opens anything
     */
    @Act(value = Permission.PEOPLE_MANAGE, action = Action.CREATE)
    public Handout invite(Invitation invitation, ProviderAccounts accounts) {
        String name = TypedText.of("name", invitation.name(), NAME_LENGTH);
        if (name == null) {
            throw new NameMissing();
        }
        if (invitation.account() == null
                || !ACCOUNT.matcher(invitation.account()).matches()) {
            throw new AccountNameNotRight();
        }
        requireJob(invitation.institution().id(), invitation.role());
        if (people.knows("account", invitation.account())) {
            throw new AccountTaken();
        }
        UUID sub =
                accounts.open(invitation.account(), name, invitation.language().tag());
        if (people.knows("sub", sub)) {
            throw new AccountTaken();
        }
        record.on("staff", sub);
        accounts.forgetSecondFactors(sub);
        boolean enrols = invitation.role().needsSecondFactor();
        people.invite(sub, name, invitation, enrols, clock.instant());
        changed("displayName", "account", "role", "institution");
        String password = accounts.oneTimePassword(sub);
        accounts.bringInStep(new ProviderAccounts.Wanted(sub, invitation.role(), true, enrols));
        return new Handout(sub, name, invitation.account(), password, enrols);
    }

    /**
     * Gives somebody another job, place or duty. With another job or place every function on a case ends. Whoever needs a second factor for the new job and has none gets a new way in with it.
     *
     * @param version of the row that the administrator saw
     * @return what to hand over, if there is something
     */
    @Act(value = Permission.PEOPLE_MANAGE, action = Action.UPDATE)
    public Optional<Handout> place(
            UUID sub, int version, Role role, UUID institution, boolean onDuty, ProviderAccounts accounts) {
        PersonRow person = other(sub);
        requireJob(institution, role);
        boolean enrols = role.needsSecondFactor() && !accounts.hasSecondFactor(sub);
        require(people.place(sub, version, role, institution, onDuty, enrols, clock.instant()));
        people.endSessions(sub);
        if (person.role() != role || !person.institution().equals(institution)) {
            work.moved(sub);
        }
        people.note(sub, AccountKind.JOB, null, currentCaller.get().sub(), clock.instant());
        changed("role", "institution", "onDuty");
        return enrols
                ? Optional.of(new Handout(sub, person.name(), person.account(), accounts.oneTimePassword(sub), true))
                : Optional.empty();
    }

    /**
     * Gives somebody a new password for one sign-in, who forgot the old one or lost the second factor. The lost factor opens nothing
     * from now on, and with it goes the password: else whoever knows that one could add a device of his own.
     *
     * @param factor the second factor is lost too
     */
    @Act(value = Permission.PEOPLE_MANAGE, action = Action.UPDATE)
    public Handout renew(UUID sub, int version, boolean factor, AccountReason reason, ProviderAccounts accounts) {
        PersonRow person = other(sub);
        boolean enrols = person.role().needsSecondFactor() && (factor || person.state() == PersonState.ENROLS);
        require(people.enrol(sub, version, enrols, clock.instant()));
        people.endSessions(sub);
        people.note(
                sub,
                factor ? AccountKind.SECOND_FACTOR : AccountKind.PASSWORD,
                reason,
                currentCaller.get().sub(),
                clock.instant());
        changed(factor ? "secondFactor" : "password");
        if (factor) {
            accounts.forgetSecondFactors(sub);
        }
        return new Handout(sub, person.name(), person.account(), accounts.oneTimePassword(sub), enrols);
    }

    /**
     * Ends somebody's work here, at once: sessions, duty, unsent text and functions on cases. A caseworker's cases stay with the name
     * until the supervisor, on whose list they now stand, hands each over: a case is never without somebody responsible.
     */
    @Act(value = Permission.PEOPLE_MANAGE, action = Action.UPDATE)
    public void end(UUID sub, int version, EndReason reason) {
        other(sub);
        require(people.end(sub, version, reason, clock.instant()));
        people.endSessions(sub);
        people.forgetDrafts(sub);
        work.left(sub);
        changed("active", "endReason");
    }

    /** Notes that the identity provider knows; a change that came meanwhile keeps its mark. */
    @Act(value = Permission.SESSION_KEEP, action = Action.UPDATE)
    public void inStep(UUID sub, int version, boolean enrols) {
        record.on("staff", sub);
        people.inStep(sub, version, enrols);
        changed("providerDue");
    }

    /** The caller has read what was done to the own way in. */
    @Act(value = Permission.SESSION_KEEP, action = Action.UPDATE, targetless = true)
    public void readNotes() {
        record.on("staff", currentCaller.get().sub());
        notes.seen(currentCaller.get().sub());
    }

    /** @throws OwnAccount for the caller's own */
    private PersonRow other(UUID sub) {
        record.on("staff", sub);
        if (currentCaller.get().sub().equals(sub)) {
            throw new OwnAccount();
        }
        PersonRow person = people.get(sub);
        if (person.state() == PersonState.ENDED) {
            throw new AlreadyEnded();
        }
        return person;
    }

    private void requireJob(UUID institution, Role role) {
        if (role == null || !people.jobsOf(institution).contains(role)) {
            throw new JobNotHere();
        }
    }

    private static void require(boolean changed) {
        if (!changed) {
            throw new ChangedMeanwhile();
        }
    }

    private void changed(String... attributes) {
        for (String attribute : attributes) {
            record.field("staff", attribute, OPERATIONAL);
        }
    }
}
