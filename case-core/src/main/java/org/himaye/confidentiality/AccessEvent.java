package org.himaye.confidentiality;

import java.util.List;
import java.util.UUID;

/**
 * One access as the log keeps it: ids, field names, classes, codes. Never a value, a search text or an address.
 *
 * @param actor subject of the caller; null only for a refused sign-in
 * @param role the active role's name
 * @param institution the caller's, or null
 * @param session reference of the sign-in session, or null for the machine
 * @param client device class and address prefix
 * @param act name of the permission that was asked for
 * @param action what was done
 * @param links every case, with its person, that the answer showed, told of or changed; never the first ten only
 * @param entity table of the main object, or null
 * @param entityId its id, or null
 * @param fields names of attributes shown or changed, as {@code table.attribute}
 * @param classes their classes' tags, without doubles, in the order of {@link DataClass}
 * @param purpose chosen purpose, or null
 * @param grant the emergency access under which it was done, or null; its basis is vital interest
 * @param outcome how it ended
 * @param reason code of a refusal or failure, or null
 * @param rows how many objects were shown
 * @param query what was searched for, as {@link KeyedHash.Use#QUERY}, or null
 */
public record AccessEvent(
        UUID actor,
        String role,
        UUID institution,
        String session,
        String client,
        String act,
        Action action,
        List<Link> links,
        String entity,
        UUID entityId,
        List<String> fields,
        List<String> classes,
        Purpose purpose,
        UUID grant,
        Outcome outcome,
        String reason,
        int rows,
        String query) {

    public enum Action {
        VIEW,
        LIST,
        SEARCH,
        EDIT,
        CREATE,
        UPDATE,
        PRINT,
        EXPORT,
        /** A document was taken along as a file. */
        DOWNLOAD,
        /** A case or a referral is gone; the reason is the rule. */
        ERASE,
        LOGIN,
        STEP_UP,
        LOGOUT
    }

    public enum Outcome {
        /** Everything that was asked for was shown or done. */
        ALLOWED,
        /** Something was masked, withheld or waits for a purpose. */
        MASKED,
        /** The caller may not, or there is nothing. */
        DENIED,
        /** A rule, a conflict or a fault ended the act; nothing was changed. */
        FAILED
    }

    /** A case on the answer, or a referral that is none yet; the person is null where the case is anonymous to this act. */
    public record Link(UUID caseId, UUID personId) {}

    /** An event of anything but a search. */
    public AccessEvent(
            UUID actor,
            String role,
            UUID institution,
            String session,
            String client,
            String act,
            Action action,
            List<Link> links,
            String entity,
            UUID entityId,
            List<String> fields,
            List<String> classes,
            Purpose purpose,
            UUID grant,
            Outcome outcome,
            String reason,
            int rows) {
        this(
                actor,
                role,
                institution,
                session,
                client,
                act,
                action,
                links,
                entity,
                entityId,
                fields,
                classes,
                purpose,
                grant,
                outcome,
                reason,
                rows,
                null);
    }

    public AccessEvent {
        links = List.copyOf(links);
        fields = List.copyOf(fields);
        classes = List.copyOf(classes);
    }
}
