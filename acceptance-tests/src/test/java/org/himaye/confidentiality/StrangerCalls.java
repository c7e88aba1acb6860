package org.himaye.confidentiality;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;

/** Calls every act that names a case, whatever it does, as somebody who has nothing to do with that case. */
final class StrangerCalls {

    /** With an answer of the right form to each question: what is refused is the caller and not the form. */
    private final CaseNumber number;

    StrangerCalls(CaseNumber number) {
        this.number = number;
    }

    /** Every act of the application to which a case is named. */
    static List<Method> acts() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Stateless.class)
                        && type.getName().startsWith("org.himaye")
                        && type.getSimpleName().endsWith("Service"))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Act.class)
                        && Arrays.asList(method.getParameterTypes()).contains(CaseNumber.class))
                .sorted(Comparator.comparing(StrangerCalls::name))
                .toList();
    }

    static String name(Method act) {
        return act.getDeclaringClass().getSimpleName() + "." + act.getName();
    }

    /** @return null when it was refused, else what happened */
    String answer(Method act) {
        Object[] arguments = Arrays.stream(act.getParameterTypes())
                .map(type -> type == CaseNumber.class ? number : something(type))
                .toArray();
        try {
            act.invoke(CDI.current().select(act.getDeclaringClass()).get(), arguments);
            return "done";
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            while (cause instanceof EJBException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause instanceof Refused ? null : cause.toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object something(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return 0;
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "something that is long enough";
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == LocalDate.class) {
            return LocalDate.now();
        }
        if (type == Instant.class) {
            return Instant.now();
        }
        if (type == List.class) {
            return new ArrayList<>();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? made(type) : null;
    }

    private static Object made(Class<?> record) {
        try {
            RecordComponent[] parts = record.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(types).map(StrangerCalls::something).toArray());
        } catch (InvocationTargetException refusedByItself) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
