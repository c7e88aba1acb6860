package org.himaye.confidentiality;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Collects, while an act runs, what its event will say. One act at a time: a service called by another service joins the act of
 * the first, which decided and records.
 */
@RequestScoped
public class ActRecord {

    private Permission permission;
    private AccessEvent.Action action;
    private boolean printed;
    private boolean committed;
    private boolean withheld;
    private Purpose purpose;
    private UUID grant;
    private String entity;
    private UUID entityId;
    private int rows;
    private String query;
    private String because;
    private final Set<AccessEvent.Link> links = new LinkedHashSet<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private final Set<DataClass> classes = EnumSet.noneOf(DataClass.class);

    boolean running() {
        return permission != null;
    }

    void begin(Act act) {
        permission = act.value();
        action = act.action();
        committed = false;
        withheld = false;
        purpose = null;
        grant = null;
        entity = null;
        entityId = null;
        rows = 0;
        query = null;
        because = null;
        links.clear();
        fields.clear();
        classes.clear();
    }

    void end() {
        permission = null;
    }

    /** Names the case that the act concerns, or a referral that is none yet. Called as soon as it is known, so that a refusal names it too. */
    public void concerns(UUID caseId, UUID personId) {
        if (caseId != null) {
            links.add(new AccessEvent.Link(caseId, personId));
        }
    }

    /** Names the main object. */
    public void on(String table, UUID id) {
        entity = table;
        entityId = id;
    }

    /** The main object, if it is of this table. */
    Optional<UUID> object(String table) {
        return table.equals(entity) ? Optional.ofNullable(entityId) : Optional.empty();
    }

    /** The purpose that the reader chose. */
    public void forPurpose(Purpose chosen) {
        purpose = grant == null ? chosen : purpose;
    }

    /** The emergency access under which the case is open: it is the purpose of whatever is done on it (domain.md 4.7). */
    public void under(Grant running) {
        grant = running.id();
        purpose = Purpose.SAFETY_EMERGENCY;
    }

    /** Whether the running act is one of those that emergency access opens. */
    public boolean opensByGrant() {
        return permission.opensByGrant();
    }

    /** Overrides the declared action, for an act that can end in two ways. */
    public void as(AccessEvent.Action done) {
        action = done;
    }

    /** What the running request shows goes on paper. */
    public void printed() {
        printed = true;
    }

    private AccessEvent.Action done() {
        return switch (action) {
            case VIEW, LIST, EDIT -> printed ? AccessEvent.Action.PRINT : action;
            default -> action;
        };
    }

    /** A list on paper opened none of its cases. */
    private String why() {
        return printed && action == AccessEvent.Action.LIST ? AccessReason.LIST_PRINTED.name() : because;
    }

    /** Names an attribute of a class that is shown or changed. */
    public void field(String table, String attribute, DataClass dataClass) {
        fields.add(table + "." + attribute);
        classes.add(dataClass);
    }

    void withheldSomething() {
        withheld = true;
    }

    /** How many objects the answer shows. */
    public void rows(int count) {
        rows = count;
    }

    /** What was searched for, as {@link KeyedHash.Use#QUERY}: the text itself stands nowhere. */
    public void asked(String hashed) {
        query = hashed;
    }

    /** By which rule it was done, for an act that has one. */
    public void because(Enum<?> rule) {
        because = rule.name();
    }

    boolean committed() {
        return committed;
    }

    void markCommitted() {
        committed = true;
    }

    /** Whether the running act begins a form, which would write over what it could not show. */
    boolean beginsForm() {
        return action == AccessEvent.Action.EDIT;
    }

    /** An event of its own beside that of the act, which is committed before anything is opened. */
    AccessEvent brokenSeal(Caller caller, String table, UUID row, List<ClassifiedAttribute> attributes) {
        return new AccessEvent(
                caller.sub(),
                caller.role().name(),
                caller.institution(),
                caller.session(),
                caller.client(),
                permission.realmName(),
                done(),
                List.copyOf(links),
                table,
                row,
                attributes.stream().map(each -> table + "." + each.name()).toList(),
                attributes.stream()
                        .map(each -> each.dataClass().tag())
                        .distinct()
                        .toList(),
                null,
                null,
                AccessEvent.Outcome.FAILED,
                AccessReason.SEAL_BROKEN.name(),
                0);
    }

    AccessEvent toEvent(Caller caller, AccessEvent.Outcome outcome, String reason) {
        AccessEvent.Outcome told =
                outcome == AccessEvent.Outcome.ALLOWED && withheld ? AccessEvent.Outcome.MASKED : outcome;
        List<String> tags = new ArrayList<>();
        classes.forEach(c -> tags.add(c.tag()));
        return new AccessEvent(
                caller == null ? null : caller.sub(),
                caller == null ? null : caller.role().name(),
                caller == null ? null : caller.institution(),
                caller == null ? null : caller.session(),
                caller == null ? null : caller.client(),
                permission.realmName(),
                done(),
                List.copyOf(links),
                entity,
                entityId,
                outcome == AccessEvent.Outcome.DENIED ? List.of() : List.copyOf(fields),
                outcome == AccessEvent.Outcome.DENIED ? List.of() : tags,
                purpose,
                grant,
                told,
                outcome == AccessEvent.Outcome.ALLOWED ? why() : reason,
                rows,
                query);
    }
}
