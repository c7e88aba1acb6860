package org.himaye.shared;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something the rules of the work forbid. The simple class name is the message key ({@code ReferralAlreadyDecided}); the
 * arguments are ids, numbers, dates and codes, never a victim's data. Rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class BusinessException extends RuntimeException {

    private final transient List<Object> arguments;
    private final String field;

    protected BusinessException(Object... arguments) {
        this(null, arguments);
    }

    /** @param field the form field beside which the message belongs, or null for the whole form */
    protected BusinessException(String field, Object[] arguments) {
        super("");
        this.field = field;
        this.arguments = List.of(arguments);
    }

    /** The key of the message in the language files. */
    public String key() {
        return getClass().getSimpleName();
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    /** The form field beside which the message belongs, or null. */
    public String field() {
        return field;
    }

    /** This one and, when {@link Rules} found more, the others. */
    public List<BusinessException> all() {
        return Stream.concat(
                        Stream.of(this),
                        Arrays.stream(getSuppressed())
                                .filter(BusinessException.class::isInstance)
                                .map(BusinessException.class::cast))
                .toList();
    }

    @Override
    public String getMessage() {
        return key();
    }
}
