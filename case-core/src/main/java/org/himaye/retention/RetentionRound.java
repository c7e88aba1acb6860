package org.himaye.retention;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;

/** Looks each night what has become due. A night that is missed is made up for by the next. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionRound {

    @Inject
    private RetentionService service;

    @Inject
    private CurrentCaller currentCaller;

    @Schedule(hour = "3", minute = "17", persistent = false)
    public void look() {
        currentCaller.enter(Caller.machine("retention", Permission.RETENTION_PROPOSE));
        service.propose();
    }
}
