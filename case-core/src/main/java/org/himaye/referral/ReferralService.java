package org.himaye.referral;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.referral.ReferralRepository.Sent;
import org.himaye.search.Findable;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;
import org.himaye.shared.ShortTransaction;

/**
 * What a sender does: send, see the state, complete what was returned, withdraw. "Own" means sent by this account; every other
 * number is answered like one that does not exist.
 */
@Stateless
@PermitAll
public class ReferralService {

    /** Rows of one page of a list. */
    public static final int PAGE = 25;

    private static final String TABLE = "referral";

    @Inject
    private ReferralRepository referrals;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Configuration configuration;

    @Inject
    private Findable findable;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Rows(Sent sent, List<ReferralStep> steps, List<InstitutionChoice> institutions) {

        Referral referral() {
            return sent.referral();
        }

        InstitutionChoice institution(UUID id) {
            return institutions.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Institutions to which a person can be referred, shelters first. No other police body is among them (BR-035). */
    @Act(value = Permission.REFERRAL_SEND, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<InstitutionChoice> receivers() {
        return transaction.read(() -> referrals.receivers());
    }

    /**
     * Sends a referral.
     *
     * @param id made by the form: sent twice, it is one referral and the same number
     * @throws ReceiverNotAvailable when the institution takes none
     * @throws AnswerMissing and the other rules of {@link ReferralTold#rules()}
     */
    @Act(value = Permission.REFERRAL_SEND, action = Action.CREATE)
    public String send(UUID id, UUID receiver, ReferralTold told) {
        Caller caller = currentCaller.get();
        referrals.oneAtATime(id);
        Referral before = referrals.find(id).orElse(null);
        if (before != null) {
            record.on(TABLE, id);
            return own(before).number();
        }
        told.rules()
                .unless(receiver != null && referrals.takesReferrals(receiver), ReceiverNotAvailable::new)
                .hold();
        Referral referral = new Referral(
                id, ReferralNumber.random(), caller.institution(), receiver, caller.sub(), clock.instant());
        ReferralStep step = dispatch(new Sent(referral, true), told);
        referrals.add(referral);
        referrals.add(step);
        findable.referral(id, told.documents(), told.safeContact());
        return referral.number();
    }

    /**
     * Sends a returned referral again, completed.
     *
     * @param version that the form was opened with
     * @throws ChangedMeanwhile when it has changed since
     */
    @Act(value = Permission.REFERRAL_SEND, action = Action.UPDATE)
    public String resend(String number, int version, ReferralTold told) {
        Sent sent = referrals.lockSent(ReferralNumber.parse(number));
        Referral referral = own(sent.referral());
        if (referral.status() == ReferralStatus.SENT) {
            return referral.number();
        }
        ChangedMeanwhile.check(referral, version);
        told.rules().hold();
        referrals.add(dispatch(sent, told));
        findable.referral(referral.id(), told.documents(), told.safeContact());
        return referral.number();
    }

    private ReferralStep dispatch(Sent sent, ReferralTold told) {
        Referral referral = sent.referral();
        UUID by = currentCaller.get().sub();
        gate.write(ownFacts(sent), referral, told.values());
        ReferralStatus from = referral.status();
        String urgent = told.immediate() ? "_immediate" : "";
        referral.send(
                told.immediate() ? Urgency.IMMEDIATE : Urgency.NORMAL,
                Duration.ofHours(configuration.number("referral.ack" + urgent + ".hours")),
                Duration.ofHours(configuration.number("referral.decide" + urgent + ".hours")),
                by,
                clock.instant());
        return new ReferralStep(referral, from, by, clock.instant());
    }

    /**
     * Takes a referral back. What the receiver has already seen stays in the log.
     *
     * @throws ReasonNeeded when the reason is none for withdrawing
     */
    @Act(value = Permission.REFERRAL_SEND, action = Action.UPDATE)
    public void withdraw(String number, int version, ReferralReason reason) {
        Referral referral = own(referrals.lock(ReferralNumber.parse(number)));
        if (referral.status() == ReferralStatus.WITHDRAWN) {
            return;
        }
        ChangedMeanwhile.check(referral, version);
        UUID by = currentCaller.get().sub();
        ReferralStatus from = referral.status();
        referral.withdraw(reason, by, clock.instant());
        referrals.add(new ReferralStep(referral, from, by, clock.instant()));
    }

    /**
     * Referrals sent by this account, newest first.
     *
     * @param after mark of the last row already seen, or null
     */
    @Act(value = Permission.REFERRAL_TRACK, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReferralList list(String after) {
        UUID caller = currentCaller.get().sub();
        List<ReferralRow> found =
                transaction.read(() -> referrals.list(ReferralRepository.Which.OWN, caller, after, PAGE + 1));
        return named(page(found), record);
    }

    /** A referral that is no case yet is named by its own id. */
    static ReferralList named(ReferralList page, ActRecord record) {
        page.rows().forEach(row -> record.concerns(row.id(), null));
        record.rows(page.rows().size());
        return page;
    }

    static ReferralList page(List<ReferralRow> found) {
        boolean more = found.size() > PAGE;
        List<ReferralRow> rows = more ? List.copyOf(found.subList(0, PAGE)) : found;
        return new ReferralList(rows, more ? rows.get(PAGE - 1).mark() : null, true);
    }

    /**
     * Number, state, times and codes of an own referral.
     *
     * @throws Refused for every other number
     */
    @Act(Permission.REFERRAL_TRACK)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReferralReceipt receipt(String number) {
        Rows rows = transaction.read(() -> {
            Sent sent = referrals.sent(ReferralNumber.parse(number));
            Referral referral = own(sent.referral());
            return new Rows(sent, referrals.steps(referral.id()), institutionsOf(referral));
        });
        Referral referral = rows.referral();
        record.rows(1);
        return new ReferralReceipt(
                referral.number(),
                referral.version(),
                referral.status(),
                referral.urgency(),
                referral.dueAt(),
                referral.reason(),
                referral.missingItems(),
                rows.institution(referral.receiverInstitution()),
                rows.institution(referral.alternativeInstitution()),
                rows.steps().stream()
                        .map(step -> new ReferralReceipt.Step(step.to(), step.createdAt()))
                        .toList(),
                readable(rows.sent()));
    }

    private boolean readable(Sent sent) {
        Set<String> inSight = gate.inSight(ownFacts(sent));
        return Referral.TOLD.stream().anyMatch(each -> inSight.contains(TABLE + "." + each));
    }

    private List<InstitutionChoice> institutionsOf(Referral referral) {
        UUID alternative = referral.alternativeInstitution();
        UUID receiver = referral.receiverInstitution();
        return referrals.institutions(alternative == null ? List.of(receiver) : List.of(receiver, alternative));
    }

    /**
     * What the caller typed into an own referral, to be read or completed; nothing of it once the case is closed or its time is over (domain.md
     * 3.2, police after the referral).
     */
    @Act(Permission.REFERRAL_TRACK)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReferralOwnText ownText(String number) {
        Rows rows = transaction.read(() -> {
            Sent sent = referrals.sent(ReferralNumber.parse(number));
            return new Rows(sent, List.of(), institutionsOf(own(sent.referral())));
        });
        Referral referral = rows.referral();
        RevealedRow told = gate.open(ownFacts(rows.sent()), null, List.of(referral), Referral.TOLD)
                .get(0);
        return new ReferralOwnText(
                referral.id(),
                referral.number(),
                referral.version(),
                referral.status(),
                rows.institution(referral.receiverInstitution()),
                referral.missingItems(),
                told);
    }

    private Referral own(Referral referral) {
        record.on(TABLE, referral.id());
        if (!referral.senderSub().equals(currentCaller.get().sub())) {
            throw new Refused(AccessReason.NOT_OWN);
        }
        return referral;
    }

    private static PolicyFacts ownFacts(Sent sent) {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (sent.referral().status().unsent()) {
            conditions.add(Condition.UNSENT);
        }
        if (sent.recent()) {
            conditions.add(Condition.RECENT);
        }
        return new PolicyFacts(
                null, null, sent.referral().receiverInstitution(), Set.of(Relation.OWN_REFERRAL), conditions);
    }
}
