package org.himaye.demo;

import static org.himaye.confidentiality.Permission.CONSENT_RECORD;
import static org.himaye.confidentiality.Permission.DISCLOSURE_CHECK;
import static org.himaye.confidentiality.Permission.DISCLOSURE_DECIDE;
import static org.himaye.confidentiality.Permission.DISCLOSURE_ENTER;
import static org.himaye.confidentiality.Permission.DISCLOSURE_INFORM;
import static org.himaye.confidentiality.Permission.DISCLOSURE_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Purpose;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentScope;
import org.himaye.demo.DemoCases.Team;
import org.himaye.demo.DemoPeople.Worker;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.DisclosureBasis;
import org.himaye.disclosure.DisclosureCheck;
import org.himaye.disclosure.DisclosureDecision;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.disclosure.DisclosurePackageService;
import org.himaye.disclosure.DisclosureRequest;
import org.himaye.disclosure.DisclosureService;
import org.himaye.disclosure.InformedAnswer;
import org.himaye.disclosure.Informing;
import org.himaye.disclosure.ReceiverKind;
import org.himaye.disclosure.RefusalGround;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;

/** What was asked from outside in the last days about four of the oldest demo cases, each in another state, and once about nobody known. */
@ApplicationScoped
public class DemoDisclosures {

    private static final int CONSENT_DAYS = 60;
    private static final int EXPIRY_DAYS = 30;
    private static final String RISK = "Sığınacağın yeri bilinməsin; yalnız kuryerlə.";

    @Inject
    private DemoPeople people;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private DisclosurePackageService packages;

    @Inject
    private BusinessClock clock;

    void of(int i, CaseNumber number, Team team) {
        Instant at = clock.instant().minus(4, ChronoUnit.DAYS);
        switch (i) {
            case 0 -> ready(entered(i, at, number, team, ofCourt(at)), at, team);
            case 3 -> {
                refused(entered(i, at, number, team, ofProsecutor()), at, team);
                refused(entered(i, at, null, team, ofProsecutor()), at, team);
            }
            case 6 -> agreed(i, entered(i, at, number, team, ofClinic()), at, team);
            case 9 -> entered(i, at, number, team, ofEmbassy());
            default -> {
                // Most cases nobody asked about.
            }
        }
    }

    /** @param number null for somebody whom nobody knows */
    private DisclosureNumber entered(int i, Instant at, CaseNumber number, Team team, DisclosureRequest asked) {
        UUID id = DemoPath.id(i, number == null ? "unknown" : "disclosure");
        return people.as(
                team.caseworker(),
                DISCLOSURE_ENTER,
                at,
                () -> number == null ? disclosures.enterUnknown(id, asked) : disclosures.enter(number, id, asked));
    }

    private void ready(DisclosureNumber of, Instant at, Team team) {
        check(of, at, team, new DisclosureCheck(DisclosureBasis.COURT_DECISION, null, null, null, RISK));
        LocalDate end = day(at).plusDays(EXPIRY_DAYS);
        decide(of, at, team, new DisclosureDecision(null, List.of(DisclosedField.STATEMENT_DATE), end));
        Instant told = at.plus(1, ChronoUnit.DAYS);
        int version = version(of, told, team.caseworker());
        people.does(
                team.caseworker(),
                DISCLOSURE_INFORM,
                told,
                () -> disclosures.inform(
                        of, version, new InformedAnswer(Informing.BEFORE, null, day(told), SpokenLanguage.AZ)));
    }

    private void refused(DisclosureNumber of, Instant at, Team team) {
        check(of, at, team, new DisclosureCheck(null, null, null, null, null));
        decide(of, at, team, new DisclosureDecision(RefusalGround.NO_BASIS, null, null));
    }

    private void agreed(int i, DisclosureNumber of, Instant at, Team team) {
        ConsentAnswer yes = new ConsentAnswer(
                DemoPath.id(i, "disclosure-consent"),
                ConsentScope.DISCLOSURE,
                null,
                true,
                ConsentGiver.VICTIM,
                ConsentMethod.WRITTEN,
                SpokenLanguage.AZ,
                false,
                null,
                day(at).plusDays(CONSENT_DAYS),
                null);
        people.does(team.caseworker(), CONSENT_RECORD, at, () -> packages.agree(of, yes, List.of(DataClass.HEALTH)));
        check(of, at, team, new DisclosureCheck(DisclosureBasis.CONSENT, yes.id(), null, null, RISK));
    }

    private void check(DisclosureNumber of, Instant at, Team team, DisclosureCheck check) {
        int version = version(of, at, team.caseworker());
        people.does(team.caseworker(), DISCLOSURE_CHECK, at, () -> disclosures.check(of, version, check));
    }

    private void decide(DisclosureNumber of, Instant at, Team team, DisclosureDecision decision) {
        int version = version(of, at, team.supervisor());
        people.does(team.supervisor(), DISCLOSURE_DECIDE, at, () -> disclosures.decide(of, version, decision));
    }

    private int version(DisclosureNumber of, Instant at, Worker worker) {
        return people.as(worker, DISCLOSURE_READ, at, () -> disclosures.open(of).version());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    private static DisclosureRequest ofCourt(Instant at) {
        return new DisclosureRequest(
                ReceiverKind.COURT,
                "Nümunə rayon məhkəməsi",
                "Katib",
                "17/2026",
                day(at).minusDays(2),
                Purpose.COURT_ORDER,
                DisclosureBasis.COURT_DECISION,
                "Şəxsin izahatı nə vaxt verdiyi.",
                List.of(DisclosedField.STATEMENT_DATE, DisclosedField.DECISION_NUMBER));
    }

    private static DisclosureRequest ofProsecutor() {
        return new DisclosureRequest(
                ReceiverKind.PROSECUTOR,
                "Nümunə rayon prokurorluğu",
                "Köməkçi",
                null,
                null,
                Purpose.PROSECUTION_REQUEST,
                DisclosureBasis.PROSECUTION_DECISION,
                "Harada qaldığı və nə danışdığı.",
                List.of(DisclosedField.SAFE_CONTACT, DisclosedField.STATEMENT));
    }

    private static DisclosureRequest ofClinic() {
        return new DisclosureRequest(
                ReceiverKind.HEALTH_PROVIDER,
                "Nümunə poliklinikası",
                "Qeydiyyat",
                null,
                null,
                Purpose.REFERRAL_SERVICE,
                DisclosureBasis.CONSENT,
                "Müayinə üçün qısa məlumat.",
                List.of(DisclosedField.PSEUDONYM, DisclosedField.LANGUAGES, DisclosedField.HEALTH_SUMMARY));
    }

    private static DisclosureRequest ofEmbassy() {
        return new DisclosureRequest(
                ReceiverKind.EMBASSY,
                "Nümunə dövlətinin səfirliyi",
                "Konsul",
                null,
                null,
                Purpose.REPATRIATION,
                DisclosureBasis.CONSENT,
                "Yol sənədi üçün məlumat.",
                List.of(DisclosedField.FAMILY_NAME, DisclosedField.GIVEN_NAME, DisclosedField.DATE_OF_BIRTH));
    }
}
