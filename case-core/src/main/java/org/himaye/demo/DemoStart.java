package org.himaye.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the first start what the database is for. Demo people never meet real data: a production server refuses a demo
 * database and the other way round, by not starting.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoStart {

    private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private DemoRepository database;

    @Inject
    private DemoCases cases;

    private volatile boolean busy;

    /** @throws IllegalStateException when server and database are not for the same use */
    @PostConstruct
    void begin() {
        boolean demo = Boolean.getBoolean("himaye.demo");
        if (demo != database.isDemo()) {
            throw new IllegalStateException(
                    demo
                            ? "a demo server does not open real data"
                            : "a production server does not open a demo database");
        }
        if (demo && database.isEmpty()) {
            busy = true;
            executor.execute(this::load);
        }
    }

    private void load() {
        try {
            cases.load(Integer.getInteger("himaye.demo.cases", DemoCases.COUNT));
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "the demo could not be loaded", failure);
        } finally {
            busy = false;
        }
    }

    /** True while demo cases are still being made. */
    public boolean isBusy() {
        return busy;
    }
}
