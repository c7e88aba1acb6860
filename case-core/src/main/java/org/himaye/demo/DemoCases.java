package org.himaye.demo;

import static org.himaye.confidentiality.Permission.CASE_START;
import static org.himaye.confidentiality.Permission.REFERRAL_ACKNOWLEDGE;
import static org.himaye.confidentiality.Permission.REFERRAL_DECIDE;
import static org.himaye.confidentiality.Permission.REFERRAL_SEND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.Role;
import org.himaye.demo.DemoPeople.Worker;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.Indicator;
import org.himaye.person.AgeBand;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.referral.Acceptance;
import org.himaye.referral.AgeGroup;
import org.himaye.referral.ConsentTold;
import org.himaye.referral.Decline;
import org.himaye.referral.IncomingReferralService;
import org.himaye.referral.MissingItem;
import org.himaye.referral.ReferralReason;
import org.himaye.referral.ReferralService;
import org.himaye.referral.ReferralTold;
import org.himaye.shared.BusinessClock;

/** Makes the demo's cases from the oldest to those that arrived today; the older a case, the further it is. */
@ApplicationScoped
public class DemoCases {

    static final int COUNT = 120;

    private static final int DAYS = 730;

    @Inject
    private DemoPeople people;

    @Inject
    private DemoRepository screen;

    @Inject
    private DemoPath path;

    @Inject
    private DemoUnusual unusual;

    @Inject
    private ReferralService referrals;

    @Inject
    private IncomingReferralService incoming;

    @Inject
    private CaseFileService cases;

    @Inject
    private BusinessClock clock;

    /** Who works where: the shelter has two caseworkers, the centre one. */
    record Team(UUID institution, Worker caseworker, Worker supervisor, Worker duty) {}

    void load(int count) {
        Instant today = clock.today()
                .atTime(LocalTime.of(9, 10))
                .atZone(BusinessClock.ZONE)
                .toInstant();
        for (int i = 0; i < count; i++) {
            long daysAgo = (long) DAYS * (count - 1 - i) / count;
            Instant arrival = today.minus(daysAgo, ChronoUnit.DAYS).plus(i % 7, ChronoUnit.HOURS);
            arrive(
                    i,
                    daysAgo,
                    arrival.isAfter(clock.instant()) ? clock.instant().minus(1, ChronoUnit.HOURS) : arrival);
        }
        unusual.make();
    }

    private Team team(int i) {
        UUID baku = screen.institution("SHELTER");
        UUID ganja = screen.institution("ASSISTANCE_CENTRE");
        if (i % 3 == 2) {
            Worker worker = new Worker("caseworker3", Role.CASEWORKER, ganja);
            return new Team(ganja, worker, new Worker("supervisor2", Role.SUPERVISOR, ganja), worker);
        }
        Worker duty = new Worker("caseworker2", Role.CASEWORKER, baku);
        Worker worker = i % 3 == 0 ? new Worker("caseworker1", Role.CASEWORKER, baku) : duty;
        return new Team(baku, worker, new Worker("supervisor1", Role.SUPERVISOR, baku), duty);
    }

    private void arrive(int i, long daysAgo, Instant at) {
        Team team = team(i);
        if (i % 5 == 4 && daysAgo > 14) {
            CaseNumber number = people.as(
                    team.caseworker(),
                    CASE_START,
                    at,
                    () -> cases.start(
                            DemoPeople.id("demo-case", "" + i),
                            Urgency.NORMAL,
                            AgeBand.AGE_25_34,
                            sex(i),
                            SpokenLanguage.AZ));
            path.walk(i, daysAgo, at, number, team);
            return;
        }
        String receipt = refer(i, at, team);
        if (daysAgo <= 1 && i % 2 == 0) {
            return;
        }
        Instant answered = at.plus(40, ChronoUnit.MINUTES);
        people.does(
                team.duty(),
                REFERRAL_ACKNOWLEDGE,
                answered,
                () -> incoming.acknowledge(receipt, screen.referral(receipt)));
        if (daysAgo > 1) {
            decide(i, daysAgo, answered.plus(50, ChronoUnit.MINUTES), receipt, team);
        }
    }

    private String refer(int i, Instant at, Team team) {
        Worker sender = i % 4 == 3
                ? new Worker("partner1", Role.PARTNER_REFERRER, screen.employer("partner1"))
                : new Worker(i % 2 == 0 ? "police1" : "police2", Role.POLICE_REFERRER, screen.employer("police1"));
        ReferralTold told = new ReferralTold(
                "+994 12 000 10 0" + i % 10,
                "Növbətçi otağı, saat 14:00-dan sonra",
                AgeGroup.ADULT,
                sex(i),
                i % 6 == 0 ? SpokenLanguage.RU : SpokenLanguage.AZ,
                i % 9 == 0,
                i % 11 == 0,
                List.of(Indicator.IND01, i % 2 == 0 ? Indicator.IND07 : Indicator.IND09),
                null,
                List.of(i % 3 == 0 ? ExploitationPurpose.SEXUAL : ExploitationPurpose.FORCED_LABOUR),
                ConsentTold.YES,
                null,
                null,
                null);
        return people.as(
                sender,
                REFERRAL_SEND,
                at,
                () -> referrals.send(DemoPeople.id("demo-referral", "" + i), team.institution(), told));
    }

    private void decide(int i, long daysAgo, Instant at, String receipt, Team team) {
        boolean shelter = !team.duty().equals(team.caseworker())
                || team.supervisor().username().equals("supervisor1");
        Worker decider = shelter ? team.supervisor() : team.caseworker();
        if (i % 17 == 7) {
            Decline decline = new Decline(ReferralReason.PERSON_REFUSED, null, false);
            people.does(
                    decider, REFERRAL_DECIDE, at, () -> incoming.decline(receipt, screen.referral(receipt), decline));
            return;
        }
        if (i % 19 == 9 && daysAgo < 60) {
            people.does(
                    decider,
                    REFERRAL_DECIDE,
                    at,
                    () -> incoming.giveBack(receipt, screen.referral(receipt), List.of(MissingItem.SAFE_CONTACT)));
            return;
        }
        Acceptance acceptance = new Acceptance(
                DemoPeople.id("demo-case", "" + i),
                DemoPeople.sub(team.caseworker().username()),
                true,
                true);
        CaseNumber number = people.as(
                decider, REFERRAL_DECIDE, at, () -> incoming.accept(receipt, screen.referral(receipt), acceptance));
        path.walk(i, daysAgo, at, number, team);
    }

    static Sex sex(int i) {
        return i % 4 == 0 ? Sex.MALE : Sex.FEMALE;
    }
}
