package org.himaye.accesslog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.AccessEvent;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;

/**
 * One recorded access as the auditor reads it: who, when, what was done, which attributes and classes. Never a value, a pseudonym
 * or a person's name other than the colleague's.
 *
 * @param sequence order among events of the same moment
 * @param actor the account's subject; null when nobody was signed in
 * @param name the colleague's display name; null for the machine and for an account that is no longer staff
 * @param role active role at the time; null when nobody was signed in
 * @param institution where the colleague worked at the time; null for the machine
 * @param act realm name of the permission that was asked for
 * @param numbers numbers of the first cases that the access touched, in order; at most {@link #NUMBERS} on a page
 * @param cases how many cases it touched
 * @param fields attributes shown or changed, as {@code table.attribute}
 * @param grant the emergency access under which it was done, or null
 * @param reason code of a refusal or failure, or null
 * @param rows how many objects were shown
 */
public record AccessEntry(
        UUID id,
        Instant at,
        long sequence,
        UUID actor,
        String name,
        Role role,
        Translated institution,
        String act,
        AccessEvent.Action action,
        List<String> numbers,
        int cases,
        List<String> fields,
        List<DataClass> classes,
        Purpose purpose,
        UUID grant,
        AccessEvent.Outcome outcome,
        String reason,
        int rows) {

    /** Case numbers of one row on a page; the rest is counted. */
    public static final int NUMBERS = 4;

    /** The act as a permission, or empty for an address that belongs to no page. */
    public Optional<Permission> permission() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.realmName().equals(act))
                .findFirst();
    }

    /** How many cases the row does not name. */
    public int moreCases() {
        return cases - numbers.size();
    }

    /** As who may know of no case but these reads it: why something was refused tells of restrictions. */
    public AccessEntry about(Set<String> cases) {
        List<String> known = numbers.stream().filter(cases::contains).toList();
        return new AccessEntry(
                id,
                at,
                sequence,
                actor,
                name,
                role,
                institution,
                act,
                action,
                known,
                known.size(),
                fields,
                classes,
                purpose,
                grant,
                outcome,
                null,
                rows);
    }

    public AccessQuery.Cursor cursor() {
        return new AccessQuery.Cursor(at, sequence);
    }
}
