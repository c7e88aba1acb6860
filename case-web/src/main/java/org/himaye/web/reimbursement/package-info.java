/** Pages of allowances: the tab of a case, the request, the desk of each job, and the steps of reviewer, approver and payer. */
package org.himaye.web.reimbursement;
