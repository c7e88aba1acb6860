package org.himaye.reimbursement;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.RevealedRow;

/**
 * The requests of one case, newest first.
 *
 * @param mayRequest the reader may ask for a new one
 */
public record CaseReimbursements(CaseHeader header, List<RevealedRow> requests, boolean mayRequest) {}
