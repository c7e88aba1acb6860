package org.himaye.draft;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;

/** Gives back what the caller typed and did not send. */
@Stateless
@PermitAll
public class DraftService {

    @Inject
    private WaitingDrafts waiting;

    @Inject
    private Gate gate;

    /**
     * Opens the drafts of the page that the running request has opened; those that the policy does not give any more stay sealed.
     *
     * @return one for each form; empty when there is none
     */
    @Act(value = Permission.DRAFT_RESTORE, action = Action.VIEW, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<UnsentText> restore() {
        Map<Draft, Set<DataClass>> rows = new LinkedHashMap<>();
        waiting.readable().forEach(draft -> rows.put(draft, draft.inside()));
        return gate.restore(rows, "fields").entrySet().stream()
                .map(each -> new UnsentText(each.getKey().form(), each.getKey().updatedAt(), each.getValue()))
                .toList();
    }
}
