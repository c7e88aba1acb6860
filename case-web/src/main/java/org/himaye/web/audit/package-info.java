/** Pages of findings: an auditor's question, the house's answer, the verdict. */
package org.himaye.web.audit;
