package org.himaye.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells the database for whom the running transaction works. The database shows and takes only the rows that this one may meet
 * (docs/adr/0018); a transaction that says nothing meets none. A port, because who calls is known to the door alone.
 */
public interface RowContext {

    /** Work of the machine that needs rows whoever calls. Each shows nobody anything but by an act of its own. */
    enum Job {
        /** Ids and versions while demo cases are made; counts for nothing in a database of real data. */
        DEMO,
        /** Counts over all cases; rows of cases and persons only. */
        STATISTICS,
        /** The key of what pages carry; no row at all. */
        PAGES,
        /** The entries of the index of names, and whose case is at which institution; no other row. */
        INDEX,
        /** What may be due for erasure, by one function; and the proposals. */
        RETENTION,
        /** What is unusual in the log: writes it, and meets no row. */
        UNUSUAL
    }

    /**
     * For the caller of this request; does nothing when the transaction has a context already, or nobody calls.
     *
     * @return whether it did; a change that began as an act has its context before
     */
    boolean enter();

    /**
     * What tells it for the caller of this request. Whoever takes it gives it to the database with the first statement of the running
     * transaction, which spares a way there and back.
     */
    String taken();

    /** For a job of the machine, until the transaction ends. */
    void enter(Job job);

    /** As {@link #enter()}, on a connection with a transaction of its own. */
    void tell(Connection connection) throws SQLException;

    /** As {@link #enter(Job)}, on a connection with a transaction of its own. */
    void tell(Connection connection, Job job) throws SQLException;

    /** For a session of which nothing but its id is known yet: it meets the drafts of its person. */
    void tell(Connection connection, UUID session) throws SQLException;
}
