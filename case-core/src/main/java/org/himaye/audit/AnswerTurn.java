package org.himaye.audit;

/**
 * Whose turn it is, as SQL on a row {@code f} of {@code audit_finding}. For this capability and for the list of what waits.
 */
public final class AnswerTurn {

    /**
     * To answer, as long as there are words: another supervisor of the house who meets the case, the privacy officer where there is none;
     * parameters {@code caller}, {@code institution}, {@code role}.
     */
    public static final String TO_ANSWER = """
            not exists (select 1 from himaye.audit_finding_step t where t.finding_id = f.id)
               and f.question is not null and f.colleague <> :caller and f.created_by <> :caller
               and ((:role = 'SUPERVISOR' and f.institution_id = :institution)
                    or (:role = 'PRIVACY_OFFICER'
                        and not exists (select 1 from himaye.staff o where o.institution = f.institution_id and o.active
                                           and o.role = 'SUPERVISOR' and o.sub <> f.colleague and o.sub <> f.created_by
                                           and not exists (select 1 from himaye.case_restriction r
                                                            where r.case_id = f.case_id and r.lifted_at is null
                                                              and r.in_force_at is not null
                                                              and (r.kind = 'BARRED') = (o.sub = any (r.persons))))))
            """;

    /** To decide: an auditor, when it was answered, the answer is late or the words went with their case; parameter {@code caller}. */
    public static final String TO_DECIDE = """
            f.colleague <> :caller
               and not exists (select 1 from himaye.audit_finding_step t where t.finding_id = f.id
                                  and (t.kind = 'VERDICT' or t.created_by = :caller))
               and (f.answer_due_at < now() or f.question is null or exists (select 1 from himaye.audit_finding_step t where t.finding_id = f.id))
            """;

    private AnswerTurn() {}
}
