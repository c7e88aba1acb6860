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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.himaye.accesslog.AccessQuery;
import org.himaye.audit.FindingNumber;
import org.himaye.casefile.CaseNumber;
import org.himaye.disclosure.DisclosureNumber;
import org.himaye.document.DocumentService;
import org.himaye.referral.Referral;
import org.himaye.reimbursement.RequestNumber;
import org.himaye.search.SearchQuestion;
import org.himaye.shared.PageAsked;

/** Calls acts of the application by what they declare, with an answer of the right form to each question. */
final class ActCalls {

    private static final Set<Class<?>> NUMBERS = Set.of(CaseNumber.class, RequestNumber.class, DisclosureNumber.class);

    /** What they name by an id is a colleague, a house or a session; and the end of one's own reading, which shows and changes nothing. */
    private static final Set<String> NO_CASE = Set.of(
            "PeopleService", "RightsReviewService", "SessionService", "ReferralService.send", "PurposeService.end");

    private static final Set<String> COLLEAGUES =
            Set.of("CaseFileService.assign", "CaseFileService.join", "CaseFileService.takeOff");

    private static final Set<AccessEvent.Action> READING = EnumSet.of(
            AccessEvent.Action.VIEW,
            AccessEvent.Action.LIST,
            AccessEvent.Action.SEARCH,
            AccessEvent.Action.EDIT,
            AccessEvent.Action.PRINT,
            AccessEvent.Action.EXPORT,
            AccessEvent.Action.DOWNLOAD);

    /** What an act came to: its answer, or what ended it. */
    record Outcome(Object answer, Throwable thrown) {
        boolean refused() {
            return thrown instanceof Refused;
        }
    }

    private final CaseNumber number;

    private final RequestNumber request;
    private final String referral;
    private final DisclosureNumber disclosure;
    private final UUID document;

    /** @param document of the case, or any id */
    ActCalls(CaseNumber number, RequestNumber request, String referral, UUID document) {
        this.document = document;
        this.number = number;
        this.request = request;
        this.referral = referral;
        this.disclosure = askedFor(number);
    }

    /** Somebody from outside asks for this case; it waits to be checked. */
    private static DisclosureNumber askedFor(CaseNumber number) {
        DisclosureNumber asked = new DisclosureNumber("D-7K3MQ2-2");
        SuperuserConnection.change("delete from himaye.disclosure where reference = ?", asked.text());
        SuperuserConnection.change(
                "insert into himaye.disclosure (id, version, created_at, created_by, updated_at, updated_by, reference, case_id, case_number,"
                        + " institution_id, state, receiver, organisation, purpose, basis, wanted_fields)"
                        + " select gen_random_uuid(), 0, now(), a.staff_sub, now(), a.staff_sub, ?, c.id, c.case_number, c.institution_id,"
                        + " 'REQUESTED', 'COURT', 'Baku', 'COURT_ORDER', 'COURT_DECISION', 'STATEMENT_DATE'"
                        + " from himaye.case_file c join himaye.case_assignment a on a.case_id = c.id and a.assigned_until is null"
                        + " where c.case_number = ? limit 1",
                asked.text(),
                number.text());
        return asked;
    }

    /** Every act to which a case, a request for an allowance, a line of the register or a referral is named. */
    static List<Method> onRecords() {
        return acts().filter(method ->
                        Arrays.stream(method.getParameterTypes()).anyMatch(NUMBERS::contains) || namesReferral(method))
                .toList();
    }

    /** Every act to which one record about a case is named by its own id or the number of a finding, and nothing else that leads to a case. */
    static List<Method> onRecordsById() {
        return acts().filter(act -> !act.getAnnotation(Act.class).targetless())
                .filter(act ->
                        !NO_CASE.contains(act.getDeclaringClass().getSimpleName()) && !NO_CASE.contains(name(act)))
                .filter(act -> Arrays.stream(act.getParameterTypes()).noneMatch(NUMBERS::contains))
                .filter(act -> named(act) >= 0)
                .toList();
    }

    /** Every act to which a case is named and, by an id, a record of it; the id of a new one comes with the form. */
    static List<Method> onRecordsOfACase() {
        return acts().filter(act -> Arrays.asList(act.getParameterTypes()).contains(CaseNumber.class))
                .filter(act -> Arrays.asList(act.getParameterTypes()).contains(UUID.class))
                .filter(act -> !COLLEAGUES.contains(name(act)))
                .toList();
    }

    /** @param record id of a record of another case */
    Outcome callWith(Method act, UUID record) {
        Object[] arguments = arguments(act, null);
        arguments[Arrays.asList(act.getParameterTypes()).indexOf(UUID.class)] = record;
        return invoke(act, arguments);
    }

    /** Where the record is named: the first id, but for an act that makes another record, whose id comes with the form. */
    private static int named(Method act) {
        List<Class<?>> types = Arrays.asList(act.getParameterTypes());
        if (types.contains(FindingNumber.class)) {
            return types.indexOf(FindingNumber.class);
        }
        boolean makes = act.getAnnotation(Act.class).action() == AccessEvent.Action.CREATE;
        return makes && types.indexOf(UUID.class) == types.lastIndexOf(UUID.class)
                ? -1
                : makes ? types.lastIndexOf(UUID.class) : types.indexOf(UUID.class);
    }

    /** Every act that shows something and changes nothing, on one record or many. */
    static List<Method> reading() {
        return acts().filter(method ->
                        READING.contains(method.getAnnotation(Act.class).action()))
                .filter(method -> method.getReturnType() != void.class)
                .filter(method -> method.getAnnotation(Act.class).value() != Permission.SESSION_KEEP)
                .toList();
    }

    private static Stream<Method> acts() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Stateless.class)
                        && type.getName().startsWith("org.himaye")
                        && type.getSimpleName().endsWith("Service"))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Act.class))
                .sorted(Comparator.comparing(ActCalls::name));
    }

    /** A receipt comes as it was typed. */
    private static boolean namesReferral(Method act) {
        return !act.getAnnotation(Act.class).targetless()
                && act.getDeclaringClass().getPackage() == Referral.class.getPackage()
                && act.getParameterCount() > 0
                && act.getParameterTypes()[0] == String.class;
    }

    static String name(Method act) {
        return act.getDeclaringClass().getSimpleName() + "." + act.getName();
    }

    /** @param purpose for acts that ask for one, or null */
    Outcome call(Method act, Purpose purpose) {
        return invoke(act, arguments(act, purpose));
    }

    /** @param record id or number of what the act is about, of those {@link #onRecordsById} */
    Outcome call(Method act, Object record) {
        Object[] arguments = arguments(act, null);
        arguments[named(act)] = record;
        return invoke(act, arguments);
    }

    private Object[] arguments(Method act, Purpose purpose) {
        Object[] arguments = Arrays.stream(act.getParameterTypes())
                .map(type -> type == Purpose.class
                        ? purpose
                        : type == UUID.class && act.getDeclaringClass() == DocumentService.class
                                ? document
                                : argument(type))
                .toArray();
        if (namesReferral(act)) {
            arguments[0] = referral;
        }
        return arguments;
    }

    private static Outcome invoke(Method act, Object... arguments) {
        try {
            return new Outcome(
                    act.invoke(CDI.current().select(act.getDeclaringClass()).get(), arguments), null);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            while (cause instanceof EJBException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return new Outcome(null, cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object argument(Class<?> type) {
        if (type == PageAsked.class) {
            return PageAsked.first();
        }
        if (type == SearchQuestion.class) {
            return new SearchQuestion(number.text(), null);
        }
        if (type == AccessQuery.class) {
            return AccessQuery.all();
        }
        if (type == DisclosureNumber.class) {
            return disclosure;
        }
        return type == CaseNumber.class ? number : type == RequestNumber.class ? request : something(type);
    }

    private static Object something(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == Integer.class) {
            // Nothing was on the screen before.
            return null;
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
                    Arrays.stream(types).map(ActCalls::something).toArray());
        } catch (InvocationTargetException refusedByItself) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
