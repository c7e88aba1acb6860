package org.himaye.confidentiality;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.shared.BusinessException;

/**
 * A rule that the database keeps refused the change. The constraint's name is the message key, so that a constraint which a
 * person can run into has a sentence in three languages. What was there already needs none of its own: somebody was faster.
 */
public class ConstraintBroken extends BusinessException {

    private static final Pattern NAME = Pattern.compile("constraint \"([a-z0-9_]+)\"");

    private static final String UNIQUE_VIOLATION = "23505";

    /** How PostgreSQL names the rule of a table's primary key. */
    private static final String ID = "_pkey";

    private final String constraint;
    private final boolean taken;

    /** @param taken true when what was to be stored is there already */
    public ConstraintBroken(String constraint, boolean taken) {
        this.constraint = constraint;
        this.taken = taken;
    }

    /** The broken constraint, if the failure is one: SQL state class 23, integrity constraint violation. */
    static Optional<ConstraintBroken> in(Throwable failure) {
        SQLException sql = UnitOfWork.sqlCause(failure);
        if (sql == null || sql.getSQLState() == null || !sql.getSQLState().startsWith("23")) {
            return Optional.empty();
        }
        Matcher named = NAME.matcher(String.valueOf(sql.getMessage()));
        return named.find()
                ? Optional.of(new ConstraintBroken(named.group(1), UNIQUE_VIOLATION.equals(sql.getSQLState())))
                : Optional.empty();
    }

    /** True when what was to be stored is there already: two people, or two clicks, did the same at once. */
    public boolean taken() {
        return taken;
    }

    /** The table in which the id of a new row was taken; empty for every other rule. */
    Optional<String> idOf() {
        return taken && constraint.endsWith(ID) ? Optional.of(constraint.replace(ID, "")) : Optional.empty();
    }

    @Override
    public String key() {
        return constraint;
    }
}
