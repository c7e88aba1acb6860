package org.himaye.organisation;

/** When the rights of an institution must be reviewed, as SQL for those who ask the database about more than that. */
public final class ReviewDue {

    /** Rows (institution, due_at): ninety days after the last review, before the first one after the first sign-in of the house. */
    public static final String ROWS = """
            (select i.id as institution,
                    coalesce((select max(r.signed_at) from himaye.rights_review r where r.institution = i.id),
                             (select min(x.created) from himaye.signin_session x
                                join himaye.staff f on f.sub = x.sub where f.institution = i.id))
                    + interval '90 days' as due_at
               from himaye.institution i
              where i.active and exists (select 1 from himaye.staff f where f.institution = i.id and f.active))""";

    /** Of these rows, alias d: institutions in which nobody can sign. The privacy officer does. */
    public static final String UNSUPERVISED = """
            not exists (select 1 from himaye.staff s where s.institution = d.institution and s.active and s.role = 'SUPERVISOR')""";

    private ReviewDue() {}
}
