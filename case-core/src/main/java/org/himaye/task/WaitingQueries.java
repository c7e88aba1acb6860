package org.himaye.task;

import java.util.ArrayList;
import java.util.List;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Permission;

/**
 * The queues of the house as SQL, one part a kind, all with the same columns. A part is asked only for who may do the step that it
 * waits for, and shows only rows on which he may do it.
 */
final class WaitingQueries {

    private static final String CASES = """
            select 'CASE_WITHOUT_CASEWORKER' as kind, c.id as case_id, c.person_id, c.case_number as number, p.pseudonym,
                   c.urgency, c.opened_at as since, cast(null as timestamptz) as due_at
              from himaye.case_file c join himaye.person p on p.id = c.person_id
             where c.institution_id = :institution and c.status <> 'CLOSED'
               and not exists (select 1 from himaye.case_assignment a
                                where a.case_id = c.id and a.function = 'PRIMARY' and a.assigned_until is null)
            """;

    private WaitingQueries() {}

    static List<String> of(Caller caller) {
        List<String> parts = new ArrayList<>();
        if (caller.may(Permission.CASE_ASSIGN)) {
            parts.add(CASES);
        }
        return parts;
    }
}
