package org.himaye.referral;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFile;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.casefile.NotACaseworker;
import org.himaye.casefile.StaffChoice;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Role;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.Translated;

/**
 * What a receiving institution does. Supervisors and the caseworker on duty read and acknowledge; a shelter's supervisor decides, in
 * an assistance centre its caseworkers too (domain.md 2.2).
 */
@Stateless
@PermitAll
public class IncomingReferralService {

    private static final String TABLE = "referral";

    @Inject
    private ReferralRepository referrals;

    @Inject
    private CaseFiles files;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    /** What the caller may do at the receiving institution. */
    private record Desk(boolean reads, boolean decides) {}

    private record Rows(
            Referral referral,
            Desk desk,
            UUID personId,
            ReferralRepository.Around around,
            List<StaffChoice> caseworkers,
            List<InstitutionChoice> alternatives) {

        /** Who may know the person, for as long as it is to be decided. */
        List<Translated> earlier() {
            return referral.status().waiting() ? around.earlier() : List.of();
        }
    }

    private record CaseRows(CaseFacts facts, Referral referral, Translated sender) {}

    /**
     * What reached the caller's institution: what waits, the most urgent first; or what was decided, the latest first.
     *
     * @param after mark of the last row already seen, or null
     * @return an empty list with {@code open} false for a caseworker who is not on duty
     */
    @Act(value = Permission.REFERRAL_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReferralList list(boolean decided, String after) {
        Caller caller = currentCaller.get();
        ReferralList page = transaction.read(() -> {
            if (!desk(caller.institution()).reads()) {
                return new ReferralList(List.of(), null, false);
            }
            ReferralRepository.Which which =
                    decided ? ReferralRepository.Which.DECIDED : ReferralRepository.Which.WAITING;
            return ReferralService.page(referrals.list(which, caller.institution(), after, ReferralService.PAGE + 1));
        });
        return ReferralService.named(page, record);
    }

    /**
     * Opens a referral for who receives it.
     *
     * @param purpose what the reader chose, or null
     * @throws Refused for an unknown number and for one that was sent elsewhere alike
     */
    @Act(Permission.REFERRAL_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReferralDetails open(String number, Purpose purpose) {
        Rows rows = transaction.read(() -> {
            Referral referral = referrals.get(ReferralNumber.parse(number));
            Desk desk = receiverOf(referral);
            boolean assigns = desk.decides() && supervises();
            return new Rows(
                    referral,
                    desk,
                    referrals.personOf(referral.caseId()),
                    referrals.around(referral),
                    assigns ? referrals.caseworkers(referral.receiverInstitution()) : List.of(),
                    desk.decides() ? referrals.alternatives(referral) : List.of());
        });
        Referral referral = rows.referral();
        if (!rows.earlier().isEmpty()) {
            record.field("blind_value", "hashed", DataClass.OPERATIONAL);
        }
        RevealedRow told = gate.open(facts(referral, rows.personId()), purpose, List.of(referral), Referral.TOLD)
                .get(0);
        return details(rows, told);
    }

    private ReferralDetails details(Rows rows, RevealedRow told) {
        Referral referral = rows.referral();
        ReferralStatus status = referral.status();
        return new ReferralDetails(
                referral.id(),
                referral.number(),
                referral.version(),
                status,
                referral.urgency(),
                rows.around().sender(),
                referral.sentAt(),
                referral.acknowledgedAt(),
                referral.dueAt(),
                referral.decidedAt(),
                referral.reason(),
                referral.missingItems(),
                told,
                status == ReferralStatus.SENT,
                status == ReferralStatus.ACKNOWLEDGED && rows.desk().decides(),
                supervises(),
                rows.caseworkers(),
                rows.alternatives(),
                rows.earlier(),
                policy.purposes(currentCaller.get().role()));
    }

    /** Says that somebody has read it. A second time changes nothing. */
    @Act(value = Permission.REFERRAL_ACKNOWLEDGE, action = Action.UPDATE)
    public void acknowledge(String number, int version) {
        Referral referral = referrals.lock(ReferralNumber.parse(number));
        receiverOf(referral);
        if (referral.status() == ReferralStatus.ACKNOWLEDGED) {
            return;
        }
        ChangedMeanwhile.check(referral, version);
        ReferralStatus from = referral.status();
        referral.acknowledge(currentCaller.get().sub(), clock.instant());
        step(referral, from);
    }

    /**
     * Takes responsibility: opens a case in INTAKE with its caseworker and seals what was told under the case's key. A second time
     * with the same {@code caseId} gives the same case.
     *
     * @throws ChecksNeeded when capacity or safety were not checked
     * @throws NotACaseworker when the chosen colleague is none of this institution
     */
    @Act(value = Permission.REFERRAL_DECIDE, action = Action.CREATE)
    public CaseNumber accept(String number, int version, Acceptance acceptance) {
        Referral referral = referrals.lock(ReferralNumber.parse(number));
        decider(referral);
        if (referral.status() == ReferralStatus.ACCEPTED && acceptance.caseId().equals(referral.caseId())) {
            return new CaseNumber(files.get(referral.caseId()).caseNumber());
        }
        ChangedMeanwhile.check(referral, version);
        ReferralStatus from = referral.status();
        CaseFile file = files.open(new CaseFiles.Opening(
                acceptance.caseId(),
                referral.receiverInstitution(),
                referral.id(),
                referral.urgency(),
                responsible(acceptance),
                referral.ageGroup().band(),
                referral.ageGroup().basis(),
                referral.sex(),
                List.of(referral.language())));
        if (!referral.id().equals(file.referralId())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        referral.accept(acceptance, currentCaller.get().sub(), clock.instant());
        gate.sealAgain(referral, referral.ownKey());
        step(referral, from);
        files.step(file.id(), TABLE, referral.id(), from, referral.status(), null);
        files.identification(file.id(), IdentificationStatus.SUSPECTED);
        return new CaseNumber(file.caseNumber());
    }

    private UUID responsible(Acceptance acceptance) {
        UUID chosen =
                supervises() ? acceptance.caseworker() : currentCaller.get().sub();
        if (chosen == null) {
            throw new AnswerMissing("caseworker");
        }
        return chosen;
    }

    /**
     * @throws AlternativeNeeded when the reason leaves the person without a way on
     * @throws AlternativeMustAgree when there is immediate danger and only places are lacking
     */
    @Act(value = Permission.REFERRAL_DECIDE, action = Action.UPDATE)
    public void decline(String number, int version, Decline decline) {
        Referral referral = referrals.lock(ReferralNumber.parse(number));
        decider(referral);
        if (referral.status() == ReferralStatus.DECLINED) {
            return;
        }
        ChangedMeanwhile.check(referral, version);
        boolean offered = decline.alternative() == null
                || referrals.alternatives(referral).stream()
                        .anyMatch(each -> each.id().equals(decline.alternative()));
        if (!offered) {
            throw new AlternativeNeeded();
        }
        ReferralStatus from = referral.status();
        referral.decline(decline, currentCaller.get().sub(), clock.instant());
        step(referral, from);
    }

    /** Returns it to the sender with the items that are missing (BR-034: never "more story"). */
    @Act(value = Permission.REFERRAL_DECIDE, action = Action.UPDATE)
    public void giveBack(String number, int version, List<MissingItem> missing) {
        Referral referral = referrals.lock(ReferralNumber.parse(number));
        decider(referral);
        if (referral.status() == ReferralStatus.RETURNED) {
            return;
        }
        ChangedMeanwhile.check(referral, version);
        ReferralStatus from = referral.status();
        referral.giveBack(missing, currentCaller.get().sub(), clock.instant());
        step(referral, from);
    }

    /**
     * What was told at the referral, for who works on the case or supervises it.
     *
     * @param purpose what the reader chose, or null
     */
    @Act(Permission.CASE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReferralOnCase forCase(CaseNumber number, Purpose purpose) {
        CaseRows rows = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            Referral referral = referrals.ofCase(facts.caseId()).orElse(null);
            Translated sender = referral == null
                    ? null
                    : referrals
                            .institutions(List.of(referral.senderInstitution()))
                            .get(0)
                            .name();
            return new CaseRows(facts, referral, sender);
        });
        CaseHeader header = headers.of(rows.facts(), purpose);
        List<Purpose> purposes = policy.purposes(currentCaller.get().role());
        Referral referral = rows.referral();
        if (referral == null) {
            return new ReferralOnCase(header, null, null, null, null, null, purposes);
        }
        RevealedRow told = gate.open(rows.facts().policy(), purpose, List.of(referral), Referral.TOLD)
                .get(0);
        return new ReferralOnCase(
                header, referral.number(), rows.sender(), referral.sentAt(), referral.decidedAt(), told, purposes);
    }

    private void step(Referral referral, ReferralStatus from) {
        referrals.add(new ReferralStep(referral, from, currentCaller.get().sub(), clock.instant()));
    }

    private boolean supervises() {
        return currentCaller.get().is(Role.SUPERVISOR);
    }

    private Desk desk(UUID institution) {
        Caller caller = currentCaller.get();
        if (!institution.equals(caller.institution())) {
            return new Desk(false, false);
        }
        if (supervises()) {
            return new Desk(true, true);
        }
        ReferralRepository.Duty duty = referrals.duty(caller.sub(), institution);
        return new Desk(duty.onDuty() || duty.centre(), duty.centre());
    }

    private Desk receiverOf(Referral referral) {
        record.on(TABLE, referral.id());
        Desk desk = desk(referral.receiverInstitution());
        if (!desk.reads()) {
            throw new Refused(AccessReason.NOT_RECEIVER);
        }
        return desk;
    }

    private void decider(Referral referral) {
        if (!receiverOf(referral).decides()) {
            throw new Refused(AccessReason.NOT_DECIDER);
        }
    }

    private PolicyFacts facts(Referral referral, UUID personId) {
        boolean open = referral.status().waiting() || referral.status() == ReferralStatus.RETURNED;
        return new PolicyFacts(
                referral.caseId(),
                personId,
                referral.receiverInstitution(),
                Set.of(Relation.SAME_INSTITUTION),
                conditions(referral, open));
    }

    private static Set<Condition> conditions(Referral referral, boolean open) {
        EnumSet<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (open) {
            conditions.add(Condition.ON_DUTY);
        }
        if (referral.ageGroup() == AgeGroup.ADULT) {
            conditions.add(Condition.ADULT);
        }
        return conditions;
    }
}
