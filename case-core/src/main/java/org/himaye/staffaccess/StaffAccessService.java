package org.himaye.staffaccess;

import static org.himaye.confidentiality.DataClass.AUDIT;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.accesslog.AccessList;
import org.himaye.accesslog.AccessQuery;
import org.himaye.accesslog.AccessTrail;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Revealed;
import org.himaye.shared.ShortTransaction;

/**
 * What staff may read of the log (domain.md 3.2, row AUDIT; ADR 24). Why something was refused is left out: it would tell of restrictions, and
 * whether there is such a case.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StaffAccessService {

    private static final int PAGE = 50;

    @Inject
    private AccessTrail trail;

    @Inject
    private CasesOfToday cases;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    /** One page of what the caller did, the newest first. A case has its number while it is the caller's; after that it has none. */
    @Act(value = Permission.OWNACCESS_READ, action = Action.LIST, targetless = true)
    public AccessList own(AccessQuery.Page page) {
        Caller caller = currentCaller.get();
        AccessTrail.Part part = trail.part(AccessQuery.by(caller.sub(), page), PAGE);
        Set<UUID> named = part.links().stream().map(Link::caseId).collect(Collectors.toSet());
        Map<UUID, String> today = transaction.read(() -> cases.among(named, caller));
        List<Link> shown = part.links().stream()
                .filter(link -> today.containsKey(link.caseId()))
                .toList();
        return given(PolicyFacts.without(Relation.OWN_ACCESS), about(part.list(), Set.copyOf(today.values())), shown);
    }

    /**
     * One page of what the staff of the house did on one of its cases, the newest first.
     *
     * @throws Refused when there is no such case or the caller does not supervise its house: the same answer
     */
    @Act(value = Permission.HOUSEACCESS_READ, action = Action.LIST)
    public HouseAccesses ofCase(CaseNumber number, AccessQuery.Page page) {
        CaseFacts facts = transaction.read(() -> access.require(number));
        record.forPurpose(Purpose.SUPERVISION);
        CaseHeader header = headers.of(facts, null);
        AccessTrail.Part part = trail.partOfHouse(AccessQuery.ofCase(facts.number(), page), facts.institution(), PAGE);
        return new HouseAccesses(header, given(facts.policy(), about(part.list(), Set.of(facts.number())), List.of()));
    }

    private static AccessList about(AccessList list, Set<String> numbers) {
        return new AccessList(
                list.rows().stream().map(entry -> entry.about(numbers)).toList(),
                list.newer(),
                list.older(),
                list.count());
    }

    private AccessList given(PolicyFacts facts, AccessList list, List<Link> shown) {
        shown.forEach(link -> record.concerns(link.caseId(), link.personId()));
        Revealed<AccessList> rows = gate.coded(facts, null, AUDIT, AccessTrail.TABLE, "act", list);
        if (rows.getValue() == null) {
            throw new Refused(AccessReason.NO_READ, AUDIT);
        }
        trail.noteShown(false);
        record.rows(list.rows().size());
        return rows.getValue();
    }
}
