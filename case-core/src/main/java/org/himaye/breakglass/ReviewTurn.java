package org.himaye.breakglass;

/**
 * Whose turn it is to review an emergency access, as SQL: another supervisor of the institution who meets the case; the privacy officer
 * where there is none. For this capability and for the list of what waits.
 */
public final class ReviewTurn {

    /** Condition on a row {@code g} that is over and unreviewed; parameters {@code caller}, {@code institution}, {@code role}, {@code now}. */
    public static final String MINE = """
            g.verdict is null and g.created_by <> :caller and (g.ended_at is not null or g.ends_at <= :now)
               and ((:role = 'SUPERVISOR' and g.institution_id = :institution)
                    or (:role = 'PRIVACY_OFFICER'
                        and not exists (select 1 from himaye.staff o where o.institution = g.institution_id and o.active
                                           and o.role = 'SUPERVISOR' and o.sub <> g.created_by
                                           and not himaye.is_shut_to(g.case_id, o.sub))))
            """;

    private ReviewTurn() {}
}
