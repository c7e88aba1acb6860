package org.himaye.demo;

import static org.himaye.confidentiality.Permission.CASE_READ;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import org.himaye.casefile.CaseFileService;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Role;
import org.himaye.demo.DemoPeople.Worker;
import org.himaye.search.SearchNotReady;
import org.himaye.shared.BusinessClock;
import org.himaye.unusual.UnusualRound;

/** Something to look at for the auditor: a supervisor who goes through many cases, and a colleague who tries numbers. A real round looks only at days that are over. */
@ApplicationScoped
public class DemoUnusual {

    private static final int CASES = 24;
    private static final int TRIES = 11;
    private static final int PATIENCE = 60;
    private static final int BETWEEN_MILLIS = 500;

    @Inject
    private DemoPeople people;

    @Inject
    private DemoRepository screen;

    @Inject
    private CaseFileService cases;

    @Inject
    private UnusualRound round;

    @Inject
    private RequestContextController requests;

    @Inject
    private CurrentCaller current;

    @Inject
    private BusinessClock clock;

    void make() {
        Worker supervisor = new Worker("supervisor1", Role.SUPERVISOR, screen.institution("SHELTER"));
        for (String number : screen.numbers(supervisor.institution(), CASES)) {
            people.does(supervisor, CASE_READ, clock.instant(), () -> cases.open(new CaseNumber(number), null));
        }
        Worker caseworker = new Worker("caseworker3", Role.CASEWORKER, screen.institution("ASSISTANCE_CENTRE"));
        for (int i = 0; i < TRIES; i++) {
            people.does(caseworker, CASE_READ, clock.instant(), this::tryANumber);
        }
        for (int i = 0; i < PATIENCE && !looked(); i++) {
            pause();
        }
    }

    private void tryANumber() {
        try {
            cases.open(CaseNumber.random(), null);
        } catch (Refused asItShould) {
            // It is in the log.
        }
    }

    private boolean looked() {
        requests.activate();
        try {
            current.enter(Caller.machine("unusual", Permission.UNUSUAL_FIND));
            round.lookAt(clock.today());
            return true;
        } catch (SearchNotReady wait) {
            return false;
        } finally {
            requests.deactivate();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
