package org.himaye.confidentiality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What the policy gave the caller in this request: the classes that the acts so far let the caller read in full or write. A draft is
 * marked with it when it is typed, and comes back only on a page that gives no less.
 */
@RequestScoped
public class Given {

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller currentCaller;

    private final List<Opened> opened = new ArrayList<>();

    private record Opened(PolicyFacts facts, Purpose purpose, List<? extends Class<? extends Row>> types) {}

    void on(PolicyFacts facts, Purpose purpose, List<? extends Row> rows) {
        opened.add(new Opened(
                facts,
                purpose,
                rows.stream()
                        .<Class<? extends Row>>map(Row::getClass)
                        .distinct()
                        .toList()));
    }

    /** The case that was opened, or null. */
    public UUID caseId() {
        return opened.stream()
                .map(each -> each.facts().caseId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The person of the case that was opened, or null. */
    public UUID personId() {
        return opened.stream()
                .map(each -> each.facts().personId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The emergency access under which a case was opened, or null. */
    public Grant grant() {
        return opened.stream()
                .map(each -> each.facts().grant())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** True when nothing but emergency access opened the case. */
    public boolean byGrantAlone() {
        return opened.stream().anyMatch(each -> each.facts().byGrantAlone());
    }

    /** Empty when nothing was opened. */
    public Set<DataClass> classes() {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (Opened each : opened) {
            each.types()
                    .forEach(type -> Classification.of(type).attributes().values().stream()
                            .filter(attribute -> gives(each, attribute))
                            .forEach(attribute -> classes.add(attribute.dataClass())));
        }
        return classes;
    }

    private boolean gives(Opened each, ClassifiedAttribute attribute) {
        Caller caller = currentCaller.get();
        String name = attribute.table() + "." + attribute.name();
        // Nobody gets back but what he typed himself.
        PolicyFacts own = each.facts().forAuthor();
        return policy.read(caller, own, attribute.dataClass(), name, each.purpose()) == Decision.FULL
                || policy.mayWrite(caller, own, attribute.dataClass(), name);
    }
}
