package org.himaye.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Row;
import org.himaye.person.ContactKind;
import org.himaye.person.ContactPoint;
import org.himaye.person.Person;
import org.himaye.person.ToldAge;
import org.himaye.search.Findable;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** The person of a case: identity, age, nationality, languages, and the ways to reach the person safely. */
@Stateless
@PermitAll
public class PersonFileService {

    @Inject
    private IntakeRepository rows;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private CaseFiles files;

    @Inject
    private Gate gate;

    @Inject
    private Findable findable;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Opened(CaseFacts facts, List<Row> rows) {}

    /** Shows the person and the contact points. */
    @Act(Permission.CASE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PersonFile open(CaseNumber number, Purpose purpose) {
        Opened opened = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            List<Row> all = new ArrayList<>(List.of(files.person(facts.personId())));
            all.addAll(rows.contacts(facts.personId()));
            return new Opened(facts, all);
        });
        CaseHeader header = headers.of(opened.facts(), purpose);
        List<RevealedRow> shown = gate.open(opened.facts().policy(), purpose, opened.rows());
        return new PersonFile(
                header,
                shown.get(0),
                shown.subList(1, shown.size()),
                policy.purposes(caller.get().role()));
    }

    /** Opens the person for writing. */
    @Act(value = Permission.INTAKE_WRITE, action = Action.EDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PartRow openForEdit(CaseNumber number) {
        Opened opened = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Opened(facts, List.of(files.person(facts.personId())));
        });
        return part(opened);
    }

    /** Opens the contact points for writing, in the order in which they were told. */
    @Act(value = Permission.INTAKE_WRITE, action = Action.EDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PersonFile openContacts(CaseNumber number) {
        Opened opened = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Opened(facts, List.copyOf(rows.contacts(facts.personId())));
        });
        CaseHeader header = headers.of(opened.facts(), null);
        List<RevealedRow> shown = gate.open(opened.facts().policy(), null, opened.rows());
        return new PersonFile(header, null, shown, List.of());
    }

    private PartRow part(Opened opened) {
        CaseHeader header = headers.of(opened.facts(), null);
        return new PartRow(
                header, gate.open(opened.facts().policy(), null, opened.rows()).get(0));
    }

    /**
     * Saves the person. In anonymous mode names and birth stay empty and nobody asks for them (BR-041).
     *
     * @return true when birth and stated age differ by more than a year: both are kept
     * @throws NameInAnonymousMode when there is a name or a birth all the same
     * @throws org.himaye.person.BirthDateWrong when the date cannot be
     * @throws org.himaye.person.StatedAgeWrong when the age cannot be
     * @throws CountryNeeded when the nationality names none
     * @throws ChangedMeanwhile when somebody else saved it first
     */
    @Act(value = Permission.INTAKE_WRITE, action = Action.UPDATE)
    public boolean save(CaseNumber number, int version, PersonAnswers answers) {
        CaseFacts facts = access.require(number);
        Person person = files.person(facts.personId());
        ChangedMeanwhile.check(person, version);
        answers.rules(clock.today()).hold();
        if (answers.anonymous() != facts.anonymousMode()) {
            files.anonymousMode(facts.caseId(), answers.anonymous());
        }
        ToldAge age = answers.age();
        Map<String, Object> values = new HashMap<>();
        values.put("givenName", answers.givenName());
        values.put("familyName", answers.familyName());
        values.put("patronymic", answers.patronymic());
        values.put("aliases", answers.aliases());
        values.put("documentNumber", answers.documentNumber());
        values.put("dateOfBirth", age.dateOfBirth());
        values.put("ageStated", age.stated());
        values.put("ageBasis", age.basisOn(clock.today()));
        values.put("ageBand", age.bandOn(clock.today()));
        values.put("sex", answers.sex());
        values.put("nationalityStatus", answers.nationalityStatus());
        values.put("countries", answers.countries());
        values.put("languages", answers.languages());
        values.put("interpreterNeeded", answers.interpreterNeeded());
        gate.write(facts.policy(), person, values);
        findable.person(
                person.id(),
                new Findable.Names(answers.givenName(), answers.familyName(), answers.patronymic(), answers.aliases()),
                answers.dateOfBirth(),
                answers.documentNumber());
        return age.differs(clock.today());
    }

    /**
     * Saves one contact point.
     *
     * @param id as it was opened; a new one made by the form adds a contact point
     * @throws org.himaye.person.ContactValueWrong when it cannot be of this kind
     * @throws org.himaye.person.ContactPeriodWrong when its last day is not within two years from today
     * @throws ChangedMeanwhile when somebody else saved it first
     */
    @Act(value = Permission.INTAKE_WRITE, action = Action.UPDATE)
    public void saveContact(CaseNumber number, UUID id, int version, ContactAnswers answers) {
        CaseFacts facts = access.require(number);
        ContactPoint contact = rows.contact(id).orElse(null);
        if (contact == null) {
            contact = new ContactPoint(id, facts.personId(), caller.get().sub(), clock.instant());
            rows.add(contact);
        } else if (!contact.personId().equals(facts.personId())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        } else {
            ChangedMeanwhile.check(contact, version);
        }
        answers.rules(clock.today()).hold();
        Map<String, Object> values = new HashMap<>();
        values.put("kind", answers.kind());
        values.put("value", answers.value());
        values.put("safe", answers.safe());
        values.put("safeHours", answers.safeHours());
        values.put("whoMayAnswer", answers.whoMayAnswer());
        values.put("codeWord", answers.codeWord());
        values.put("messageAllowed", answers.messageAllowed());
        values.put("validTo", answers.validTo());
        gate.write(facts.policy(), contact, values);
        findable.telephone(facts.personId(), id, answers.kind() == ContactKind.PHONE ? answers.value() : null);
    }
}
