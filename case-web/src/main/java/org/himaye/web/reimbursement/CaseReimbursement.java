package org.himaye.web.reimbursement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.himaye.casefile.CaseNumber;
import org.himaye.reimbursement.CaseReimbursements;
import org.himaye.reimbursement.ReimbursementService;

/** {@code /reimbursement/case.xhtml}: the allowances of one case. */
@Named
@RequestScoped
public class CaseReimbursement {

    @Inject
    private ReimbursementService reimbursements;

    private String number;
    private CaseReimbursements view;

    public void load() {
        view = reimbursements.forCase(CaseNumber.parse(number));
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public CaseReimbursements getView() {
        return view;
    }
}
