package org.himaye.confidentiality;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.shared.BusinessException;

/**
 * A rule that the database keeps refused the change. The constraint's name is the message key, so that every constraint which a
 * person can run into has a sentence in three languages.
 */
public class ConstraintBroken extends BusinessException {

    private static final Pattern NAME = Pattern.compile("constraint \"([a-z0-9_]+)\"");

    private final String constraint;

    public ConstraintBroken(String constraint) {
        this.constraint = constraint;
    }

    /** The broken constraint, if the failure is one: SQL state class 23, integrity constraint violation. */
    static Optional<ConstraintBroken> in(Throwable failure) {
        SQLException sql = UnitOfWork.sqlCause(failure);
        if (sql == null || sql.getSQLState() == null || !sql.getSQLState().startsWith("23")) {
            return Optional.empty();
        }
        Matcher named = NAME.matcher(String.valueOf(sql.getMessage()));
        return named.find() ? Optional.of(new ConstraintBroken(named.group(1))) : Optional.empty();
    }

    @Override
    public String key() {
        return constraint;
    }
}
