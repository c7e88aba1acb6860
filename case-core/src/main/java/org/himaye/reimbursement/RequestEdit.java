package org.himaye.reimbursement;

import java.math.BigDecimal;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.confidentiality.RevealedRow;

/**
 * A request opened to be written.
 *
 * @param request what is there already, or null for a new one
 * @param person names to begin with for a new request, or null
 * @param required the identification status that this kind needs, or null
 * @param eligible false while that status is not reached: a draft can be kept
 * @param most what the rule gives today
 * @param limit the most that the rule allows; null while it is not in force
 * @param budgets lines of this year
 * @param payees who may receive this kind
 */
public record RequestEdit(
        CaseHeader header,
        RevealedRow request,
        RevealedRow person,
        IdentificationStatus required,
        boolean eligible,
        BigDecimal most,
        BigDecimal limit,
        List<BudgetChoice> budgets,
        List<PayeeKind> payees) {}
