package org.himaye.history;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedChange;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.ShortTransaction;

/** The corrections of a case and its person, the newest first. */
@Stateless
@PermitAll
public class HistoryService {

    private static final int PAGE = 25;

    @Inject
    private HistoryRepository rows;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    private record Found(CaseFacts facts, PageOf<HistoryRepository.Stored> page) {}

    /**
     * One page of what was changed; attributes that are hidden from the caller are absent.
     *
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    @Act(Permission.CASE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseHistory open(CaseNumber number, Purpose purpose, PageAsked asked) {
        Found found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Found(facts, rows.page(facts, gate.inSight(facts.policy()), asked, PAGE));
        });
        CaseHeader header = headers.of(found.facts(), purpose);
        List<HistoryRepository.Stored> stored = found.page().rows();
        List<RevealedChange> shown = gate.history(
                found.facts().policy(),
                purpose,
                stored.stream().map(HistoryRepository.Stored::change).toList());
        List<CaseHistory.Change> changes = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            changes.add(new CaseHistory.Change(
                    stored.get(i).change().createdAt(), stored.get(i).by(), shown.get(i)));
        }
        return new CaseHistory(
                header,
                new PageOf<>(changes, found.page().newer(), found.page().older()),
                policy.purposes(caller.get().role()));
    }
}
