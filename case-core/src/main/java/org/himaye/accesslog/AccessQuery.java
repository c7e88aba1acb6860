package org.himaye.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Role;
import org.himaye.shared.CheckedNumber;

/**
 * Which events the auditor wants to see. Every part may be null, which leaves it out.
 *
 * @param number case number as typed; letter case and hyphens do not matter
 * @param who part of a colleague's display name, spaces and letter case left out, or an account's subject
 * @param role active role at the time of the access
 * @param dataClass an attribute of this class was shown or changed
 * @param outcome how the access ended
 * @param act what was asked for
 * @param action the kind of the access
 * @param purpose what the reader chose
 * @param kind a queue of the desk
 * @param from first day in Baku, inclusive
 * @param to last day in Baku, inclusive
 * @param page which part of the list
 */
public record AccessQuery(
        String number,
        String who,
        Role role,
        DataClass dataClass,
        AccessEvent.Outcome outcome,
        Permission act,
        AccessEvent.Action action,
        Purpose purpose,
        AccessKind kind,
        LocalDate from,
        LocalDate to,
        Page page) {

    /** Place of an event in the log's order: time, then sequence. */
    public record Cursor(Instant at, long sequence) {}

    /**
     * A part of the list, newest first.
     *
     * @param before only events older than this one, or null
     * @param after only events newer than this one, the nearest of them, or null
     */
    public record Page(Cursor before, Cursor after) {

        public static final Page FIRST = new Page(null, null);
    }

    public AccessQuery {
        page = page == null ? Page.FIRST : page;
    }

    public static AccessQuery all() {
        return new AccessQuery(null, null, null, null, null, null, null, null, null, null, null, Page.FIRST);
    }

    /** Everything that touched one case. */
    public static AccessQuery ofCase(String number, Page page) {
        return new AccessQuery(number, null, null, null, null, null, null, null, null, null, null, page);
    }

    /** Everything that one account did. */
    public static AccessQuery by(UUID account, Page page) {
        return new AccessQuery(null, account.toString(), null, null, null, null, null, null, null, null, null, page);
    }

    /**
     * The same query with its number in normal form; an empty one is no filter.
     *
     * @throws NotACaseNumber when it is none, before any lookup
     * @throws PeriodReversed when no day lies between first and last
     */
    public AccessQuery checked() {
        if (from != null && to != null && from.isAfter(to)) {
            throw new PeriodReversed();
        }
        String normal = number == null || number.isBlank() ? null : CheckedNumber.parse('V', number);
        if (normal == null && number != null && !number.isBlank()) {
            throw new NotACaseNumber();
        }
        return new AccessQuery(normal, who, role, dataClass, outcome, act, action, purpose, kind, from, to, page);
    }

    /** The account whose accesses these are; empty when {@code who} is a name, or nobody. */
    public Optional<UUID> account() {
        try {
            return who == null ? Optional.empty() : Optional.of(UUID.fromString(who.strip()));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    AccessQuery between(LocalDate first, LocalDate last) {
        return new AccessQuery(
                number, who, role, dataClass, outcome, act, action, purpose, kind, first, last, Page.FIRST);
    }
}
