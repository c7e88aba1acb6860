package org.himaye.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Role;
import org.himaye.shared.Translated;

/**
 * Who saw one case: everybody who touched it, the most recent first, and the accesses themselves.
 *
 * @param end null unless it was erased
 * @param complete false when people are counted in the newest accesses only, or there are more of them
 */
public record CaseAccesses(String number, End end, List<ByPerson> people, boolean complete, AccessList accesses) {

    /** Counting people ends here: an event is linked to a case once for it and once for its person. */
    public static final int LINKS = 20_000;

    /** Colleagues, each in one role, on the page. */
    public static final int PEOPLE = 200;

    /**
     * What is left of an erased case.
     *
     * @param rule the code of the rule
     */
    public record End(Instant at, String rule) {}

    /**
     * All accesses of one colleague in one role.
     *
     * @param count in which the case was opened or changed
     * @param listed in which it was a line of a list or of this log
     * @param refused how many of them were refused
     * @param classes everything of the case that was shown to or changed by the colleague
     */
    public record ByPerson(
            UUID actor,
            String name,
            Role role,
            Translated institution,
            int count,
            int listed,
            int refused,
            Instant first,
            Instant last,
            List<DataClass> classes) {}
}
