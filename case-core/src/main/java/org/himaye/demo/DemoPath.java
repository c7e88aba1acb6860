package org.himaye.demo;

import static org.himaye.confidentiality.Permission.CASE_ASSIGN;
import static org.himaye.confidentiality.Permission.CONSENT_RECORD;
import static org.himaye.confidentiality.Permission.IDENTIFICATION_DECIDE;
import static org.himaye.confidentiality.Permission.IDENTIFICATION_NOTIFY;
import static org.himaye.confidentiality.Permission.INTAKE_COMPLETE;
import static org.himaye.confidentiality.Permission.INTAKE_WRITE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Role;
import org.himaye.consent.ConsentAnswer;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.consent.ConsentScope;
import org.himaye.consent.ConsentService;
import org.himaye.demo.DemoCases.Team;
import org.himaye.demo.DemoPeople.Worker;
import org.himaye.identification.AssessmentResult;
import org.himaye.identification.Certainty;
import org.himaye.identification.DatePrecision;
import org.himaye.identification.EpisodeAnswers;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.Finding;
import org.himaye.identification.IdentificationDecision;
import org.himaye.identification.IdentificationService;
import org.himaye.identification.Indicator;
import org.himaye.identification.IndicatorAnswers;
import org.himaye.identification.IndicatorService;
import org.himaye.identification.RecruitmentChannel;
import org.himaye.identification.TraffickingAct;
import org.himaye.identification.TraffickingMeans;
import org.himaye.identification.Vulnerability;
import org.himaye.intake.ContactAnswers;
import org.himaye.intake.IntakeService;
import org.himaye.intake.PersonAnswers;
import org.himaye.intake.PersonFileService;
import org.himaye.intake.SafetyAnswers;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.ContactKind;
import org.himaye.person.Country;
import org.himaye.person.NationalityStatus;
import org.himaye.person.SafeToUse;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;

/** Takes one demo case from its number through intake and identification, as far as its age allows; the rest is {@link DemoPlan}. */
@ApplicationScoped
public class DemoPath {

    private static final Map<String, Role> SPECIALISTS =
            Map.of("psychologist1", Role.PSYCHOLOGIST, "lawyer1", Role.LAWYER, "medic1", Role.MEDIC);

    @Inject
    private DemoPeople people;

    @Inject
    private DemoNotes notes;

    @Inject
    private DemoRepository screen;

    @Inject
    private DemoPlan plan;

    @Inject
    private DemoPapers papers;

    @Inject
    private DemoDisclosures disclosures;

    @Inject
    private CaseFileService cases;

    @Inject
    private PersonFileService personFile;

    @Inject
    private IndicatorService indicators;

    @Inject
    private IntakeService intake;

    @Inject
    private ConsentService consents;

    @Inject
    private IdentificationService identification;

    /** The shelter's cases have a psychologist, a medic or a lawyer besides the caseworker. */
    private void specialist(int i, Instant at, CaseNumber number, Team team) {
        if (team.supervisor().username().equals("supervisor1")) {
            String who = List.of("psychologist1", "lawyer1", "", "medic1", "psychologist1", "")
                    .get(i % 6);
            people.does(team.supervisor(), CASE_ASSIGN, at, () -> cases.join(number, DemoPeople.sub(who)));
            if (SPECIALISTS.containsKey(who)) {
                Worker specialist = new Worker(who, SPECIALISTS.get(who), team.institution());
                notes.ofSpecialist(i, at.plus(2, ChronoUnit.DAYS), number, specialist);
            }
        }
    }

    void walk(int i, long daysAgo, Instant opened, CaseNumber number, Team team) {
        Worker worker = team.caseworker();
        if (daysAgo < 4) {
            return;
        }
        Instant at = opened.plus(3, ChronoUnit.HOURS);
        people(i, at, number, worker);
        people.does(
                worker,
                CONSENT_RECORD,
                at,
                () -> consents.explained(number, id(i, "rights"), SpokenLanguage.AZ, SpokenLanguage.AZ, false));
        consent(i, at, number, worker, ConsentScope.DATA_PROCESSING);
        signs(i, at, number, worker);
        SafetyAnswers safety = new SafetyAnswers(i % 9 == 0, null, false, null);
        people.does(
                worker,
                INTAKE_WRITE,
                at,
                () -> intake.saveSafety(
                        number, screen.ofCase("intake", text(number)).version(), safety));
        if (daysAgo < 8) {
            return;
        }
        Instant next = opened.plus(1, ChronoUnit.DAYS);
        people.does(
                worker,
                INTAKE_COMPLETE,
                next,
                () -> intake.complete(
                        number, screen.ofCase("case_file", text(number)).version()));
        specialist(i, next, number, team);
        notes.ofCaseworker(i, next.plus(2, ChronoUnit.HOURS), number, worker);
        papers.of(i, next.plus(3, ChronoUnit.HOURS), number, worker);
        boolean identified = daysAgo > 45;
        if (daysAgo > 10 && (identified || i % 4 != 1)) {
            identify(i, next, number, worker, identified);
        }
        plan.walk(i, daysAgo, next, number, team, identified);
        disclosures.of(i, number, team);
    }

    private static String text(CaseNumber number) {
        return number.text();
    }

    static UUID id(int i, String what) {
        return DemoPeople.id("demo-" + what, "" + i);
    }

    private void people(int i, Instant at, CaseNumber number, Worker worker) {
        boolean anonymous = i % 13 == 3;
        PersonAnswers answers = new PersonAnswers(
                anonymous,
                anonymous ? null : DemoTexts.given(i),
                anonymous ? null : DemoTexts.family(i),
                null,
                null,
                anonymous ? null : "AZE" + (10_000_000 + i * 7_919),
                anonymous ? null : LocalDate.of(1975 + i % 28, 1 + i % 12, 1 + i % 28),
                null,
                AgeBasis.STATED,
                AgeBand.ADULT,
                DemoCases.sex(i),
                i % 8 == 0 ? NationalityStatus.FOREIGN : NationalityStatus.CITIZEN_AZ,
                i % 8 == 0 ? List.of(new Country("UZ")) : null,
                List.of(SpokenLanguage.AZ),
                false);
        people.does(
                worker,
                INTAKE_WRITE,
                at,
                () -> personFile.save(
                        number, screen.ofCase("person", text(number)).version(), answers));
        if (!anonymous) {
            ContactAnswers contact = new ContactAnswers(
                    ContactKind.PHONE,
                    "+994 50 000 0" + i % 10 + " " + (10 + i % 80),
                    i % 3 == 0 ? SafeToUse.NO : SafeToUse.YES,
                    "15:00–17:00",
                    "Yalnız özü",
                    "Nar",
                    false,
                    LocalDate.ofInstant(at, BusinessClock.ZONE).plusYears(1));
            people.does(worker, INTAKE_WRITE, at, () -> personFile.saveContact(number, id(i, "contact"), 0, contact));
        }
    }

    private void signs(int i, Instant at, CaseNumber number, Worker worker) {
        Map<Indicator, Finding> findings = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            findings.put(indicator, (indicator.ordinal() + i) % 3 == 0 ? Finding.PRESENT : Finding.NOT_OBSERVED);
        }
        findings.put(Indicator.IND01, Finding.PRESENT);
        IndicatorAnswers answers = new IndicatorAnswers(
                findings, List.of(), SpokenLanguage.AZ, false, true, null, DemoTexts.conclusion(i));
        people.does(
                worker,
                INTAKE_WRITE,
                at,
                () -> indicators.conclude(number, id(i, "indicators"), 0, answers, AssessmentResult.PRESUMED));
        EpisodeAnswers episode = new EpisodeAnswers(
                LocalDate.ofInstant(at, BusinessClock.ZONE).minusMonths(8).withDayOfMonth(1),
                DatePrecision.MONTH,
                null,
                null,
                Map.of(TraffickingAct.RECRUITMENT, Certainty.REPORTED_BY_VICTIM),
                Map.of(TraffickingMeans.DECEPTION, Certainty.REPORTED_BY_VICTIM),
                Map.of(
                        i % 3 == 0 ? ExploitationPurpose.SEXUAL : ExploitationPurpose.FORCED_LABOUR,
                        Certainty.REPORTED_BY_VICTIM),
                List.of(),
                i % 2 == 0 ? RecruitmentChannel.ACQUAINTANCE : RecruitmentChannel.INTERNET_JOB_AD,
                List.of(Vulnerability.UNEMPLOYED),
                List.of(),
                List.of(new Country("AZ")),
                null);
        people.does(worker, INTAKE_WRITE, at, () -> indicators.saveEpisode(number, id(i, "episode"), 0, episode));
    }

    static ConsentAnswer yes(int i, ConsentScope scope, UUID planVersion) {
        return new ConsentAnswer(
                id(i, "consent-" + scope),
                scope,
                planVersion,
                true,
                ConsentGiver.VICTIM,
                ConsentMethod.WRITTEN,
                SpokenLanguage.AZ,
                false,
                false,
                null,
                null);
    }

    private void consent(int i, Instant at, CaseNumber number, Worker worker, ConsentScope scope) {
        people.does(worker, CONSENT_RECORD, at, () -> consents.record(number, yes(i, scope, null)));
    }

    private void identify(int i, Instant at, CaseNumber number, Worker worker, boolean decided) {
        consent(i, at, number, worker, ConsentScope.POLICE_NOTIFICATION);
        people.does(worker, IDENTIFICATION_NOTIFY, at, () -> identification.notify(number, id(i, "set")));
        if (!decided) {
            return;
        }
        Instant later = at.plus(9, ChronoUnit.DAYS);
        Worker officer = new Worker("identification1", Role.IDENTIFICATION_OFFICER, screen.employer("identification1"));
        IdentificationDecision decision = new IdentificationDecision(
                "N-" + (1000 + i),
                LocalDate.ofInstant(later, BusinessClock.ZONE),
                "Əlamətlər və hal tam təsvir olunub.",
                null);
        people.does(
                officer,
                IDENTIFICATION_DECIDE,
                later,
                () -> identification.identify(
                        number,
                        screen.ofCase("identification_set", text(number)).version(),
                        decision));
    }
}
