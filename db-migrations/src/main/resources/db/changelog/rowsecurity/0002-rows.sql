--liquibase formatted sql

--changeset himaye:rowsecurity-0002-case
--comment The centre: the institution's cases, those one works on, those in one's queue, those opened in an emergency for who watches that. Everything else of a case follows it.
create policy case_file_rows on himaye.case_file to himaye_app using (
  institution_id = (select himaye.context_institution())
  or id = any ((select himaye.assigned_cases())::uuid[])
  or ((select himaye.context_role()) = 'IDENTIFICATION_OFFICER' and himaye.is_with_unit(id))
  or ((select himaye.context_role()) like 'FINANCE%' and himaye.is_with_finance(id))
  or ((select himaye.context_role()) in ('AUDITOR', 'PRIVACY_OFFICER') and himaye.is_watched(id)));
create policy case_file_jobs on himaye.case_file for select to himaye_app using ((select himaye.context_job()) in ('DEMO', 'STATISTICS'));
-- The auditor's desk reads case numbers and receipts' numbers: its columns are granted one by one.
create policy case_file_log on himaye.case_file for select to himaye_log_reader using (true);
--rollback drop policy case_file_rows on himaye.case_file;
--rollback drop policy case_file_jobs on himaye.case_file;
--rollback drop policy case_file_log on himaye.case_file;

--changeset himaye:rowsecurity-0002-person
--comment A person follows her cases; the row of a new one is there before its first case.
create policy person_rows on himaye.person to himaye_app using (
  exists (select 1 from himaye.case_file c where c.person_id = person.id));
create policy person_new on himaye.person for insert to himaye_app with check (created_by = (select himaye.context_account()));
create policy contact_point_rows on himaye.contact_point to himaye_app using (
  exists (select 1 from himaye.person p where p.id = person_id) and not (select himaye.context_by_queue()));
--rollback drop policy person_rows on himaye.person;
--rollback drop policy person_new on himaye.person;
--rollback drop policy contact_point_rows on himaye.contact_point;

--changeset himaye:rowsecurity-0002-referral
--comment Who sent it, who receives it, and who works on the case that it became.
create policy referral_rows on himaye.referral to himaye_app using (
  sender_sub = (select himaye.context_account())
  or receiver_institution = (select himaye.context_institution())
  or (case_id is not null and exists (select 1 from himaye.case_file c where c.id = case_id) and not (select himaye.context_by_queue())));
create policy referral_jobs on himaye.referral for select to himaye_app using ((select himaye.context_job()) = 'DEMO');
create policy referral_log on himaye.referral for select to himaye_log_reader using (true);
create policy referral_step_rows on himaye.referral_step to himaye_app using (
  exists (select 1 from himaye.referral r where r.id = referral_id));
--rollback drop policy referral_rows on himaye.referral;
--rollback drop policy referral_jobs on himaye.referral;
--rollback drop policy referral_log on himaye.referral;
--rollback drop policy referral_step_rows on himaye.referral_step;

--changeset himaye:rowsecurity-0002-queues
--comment What a queue is made of follows the case for everybody who sees it.
create policy case_assignment_rows on himaye.case_assignment to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = case_assignment.case_id));
create policy case_deadline_rows on himaye.case_deadline to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = case_deadline.case_id));
create policy status_change_rows on himaye.status_change to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = status_change.case_id));
create policy identification_rows on himaye.identification to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = identification.id));
create policy identification_set_rows on himaye.identification_set to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = identification_set.case_id));
create policy break_glass_grant_rows on himaye.break_glass_grant to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = break_glass_grant.case_id));
--rollback drop policy case_assignment_rows on himaye.case_assignment;
--rollback drop policy case_deadline_rows on himaye.case_deadline;
--rollback drop policy status_change_rows on himaye.status_change;
--rollback drop policy identification_rows on himaye.identification;
--rollback drop policy identification_set_rows on himaye.identification_set;
--rollback drop policy break_glass_grant_rows on himaye.break_glass_grant;

--changeset himaye:rowsecurity-0002-people
--comment Whoever administers people ends what they do on cases: functions and the line in the history, no case.
create policy case_assignment_people on himaye.case_assignment for select to himaye_app using (
  (select himaye.context_role()) in ('ADMINISTRATOR', 'PRIVACY_OFFICER'));
-- A function can be ended and none begun: whoever could begin one would meet the case.
create policy case_assignment_people_end on himaye.case_assignment for update to himaye_app
  using ((select himaye.context_role()) in ('ADMINISTRATOR', 'PRIVACY_OFFICER'))
  with check ((select himaye.context_role()) in ('ADMINISTRATOR', 'PRIVACY_OFFICER') and assigned_until is not null);
create policy status_change_people on himaye.status_change for insert to himaye_app with check (
  (select himaye.context_role()) in ('ADMINISTRATOR', 'PRIVACY_OFFICER')
  and entity = 'case_function' and created_by = (select himaye.context_account()));
--rollback drop policy case_assignment_people on himaye.case_assignment;
--rollback drop policy case_assignment_people_end on himaye.case_assignment;
--rollback drop policy status_change_people on himaye.status_change;

--changeset himaye:rowsecurity-0002-written
--comment What was written into a case is for those who work on it.
create policy intake_rows on himaye.intake to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = intake.id) and not (select himaye.context_by_queue()));
create policy consent_rows on himaye.consent to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = consent.case_id) and not (select himaye.context_by_queue()));
create policy rights_briefing_rows on himaye.rights_briefing to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = rights_briefing.case_id) and not (select himaye.context_by_queue()));
create policy indicator_assessment_rows on himaye.indicator_assessment to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = indicator_assessment.case_id) and not (select himaye.context_by_queue()));
create policy trafficking_episode_rows on himaye.trafficking_episode to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = trafficking_episode.case_id) and not (select himaye.context_by_queue()));
create policy needs_assessment_rows on himaye.needs_assessment to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = needs_assessment.case_id) and not (select himaye.context_by_queue()));
create policy need_item_rows on himaye.need_item to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = need_item.case_id) and not (select himaye.context_by_queue()));
create policy rehabilitation_plan_rows on himaye.rehabilitation_plan to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = rehabilitation_plan.case_id) and not (select himaye.context_by_queue()));
create policy plan_component_rows on himaye.plan_component to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = plan_component.case_id) and not (select himaye.context_by_queue()));
create policy plan_goal_rows on himaye.plan_goal to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = plan_goal.case_id) and not (select himaye.context_by_queue()));
create policy plan_action_rows on himaye.plan_action to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = plan_action.case_id) and not (select himaye.context_by_queue()));
create policy plan_review_rows on himaye.plan_review to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = plan_review.case_id) and not (select himaye.context_by_queue()));
create policy plan_rating_rows on himaye.plan_rating to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = plan_rating.case_id) and not (select himaye.context_by_queue()));
--rollback drop policy intake_rows on himaye.intake;
--rollback drop policy consent_rows on himaye.consent;
--rollback drop policy rights_briefing_rows on himaye.rights_briefing;
--rollback drop policy indicator_assessment_rows on himaye.indicator_assessment;
--rollback drop policy trafficking_episode_rows on himaye.trafficking_episode;
--rollback drop policy needs_assessment_rows on himaye.needs_assessment;
--rollback drop policy need_item_rows on himaye.need_item;
--rollback drop policy rehabilitation_plan_rows on himaye.rehabilitation_plan;
--rollback drop policy plan_component_rows on himaye.plan_component;
--rollback drop policy plan_goal_rows on himaye.plan_goal;
--rollback drop policy plan_action_rows on himaye.plan_action;
--rollback drop policy plan_review_rows on himaye.plan_review;
--rollback drop policy plan_rating_rows on himaye.plan_rating;

--changeset himaye:rowsecurity-0002-reimbursement
--comment Finance sees a request from the moment at which it asks for something.
create policy reimbursement_request_rows on himaye.reimbursement_request to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = case_id) and (state <> 'DRAFT' or not (select himaye.context_by_queue())));
create policy reimbursement_decision_rows on himaye.reimbursement_decision to himaye_app using (
  exists (select 1 from himaye.reimbursement_request r where r.id = request_id));
create policy reimbursement_instalment_rows on himaye.reimbursement_instalment to himaye_app using (
  exists (select 1 from himaye.reimbursement_request r where r.id = request_id));
--rollback drop policy reimbursement_request_rows on himaye.reimbursement_request;
--rollback drop policy reimbursement_decision_rows on himaye.reimbursement_decision;
--rollback drop policy reimbursement_instalment_rows on himaye.reimbursement_instalment;

--changeset himaye:rowsecurity-0002-draft
--comment Its author's alone. A request that begins is known by its session only.
create policy draft_rows on himaye.draft to himaye_app using (
  created_by = (select himaye.context_account())
  or created_by = (select s.sub from himaye.signin_session s where s.id = (select himaye.context_session())));
--rollback drop policy draft_rows on himaye.draft;

--changeset himaye:rowsecurity-0002-key
--comment A wrapped key follows its owner. It is often made before its owner's row: until the transaction ends, by which transaction made it.
alter table himaye.sealing_key add column made_in xid8;
alter table himaye.sealing_key alter column made_in set default pg_current_xact_id();
comment on column himaye.sealing_key.made_in is 'Transaction that made it; the application cannot give it';
revoke insert on himaye.sealing_key from himaye_app;
grant insert (id, owner_kind, owner_id, epoch, wrapped) on himaye.sealing_key to himaye_app;
create policy sealing_key_rows on himaye.sealing_key to himaye_app using (
  (select himaye.context()) is not null and (select himaye.context_job()) <> 'STATISTICS'
  and case
    when made_in = pg_current_xact_id_if_assigned() then true
    when owner_kind = 'PERSON' then exists (select 1 from himaye.person p where p.id = owner_id)
    when owner_kind = 'CASE' then exists (select 1 from himaye.case_file c where c.id = owner_id)
      -- What was told at the referral is sealed under the case's key once it is accepted, and its sender may still read it.
      or exists (select 1 from himaye.referral r where r.case_id = owner_id)
    when owner_kind = 'REFERRAL' then exists (select 1 from himaye.referral r where r.id = owner_id)
    when owner_kind = 'ACCOUNT' then owner_id = (select himaye.context_account()) or owner_id = '00000000-0000-0000-0000-000000000000'
  end);
--rollback drop policy sealing_key_rows on himaye.sealing_key;
--rollback revoke insert on himaye.sealing_key from himaye_app;
--rollback grant insert on himaye.sealing_key to himaye_app;
--rollback alter table himaye.sealing_key drop column made_in;

--changeset himaye:rowsecurity-0002-log
--comment Everybody's accesses are written, also those of nobody known; only the auditor's desk reads them.
create policy access_event_write on himaye.access_event for insert to himaye_app with check (true);
create policy access_event_log on himaye.access_event for select to himaye_log_reader using (true);
create policy access_event_case_write on himaye.access_event_case for insert to himaye_app with check (true);
create policy access_event_case_log on himaye.access_event_case for select to himaye_log_reader using (true);
--rollback drop policy access_event_write on himaye.access_event;
--rollback drop policy access_event_log on himaye.access_event;
--rollback drop policy access_event_case_write on himaye.access_event_case;
--rollback drop policy access_event_case_log on himaye.access_event_case;

--changeset himaye:rowsecurity-0002-force
--comment From here on a row without a policy that says yes is not there, for the owner too.
alter table himaye.case_file enable row level security, force row level security;
alter table himaye.person enable row level security, force row level security;
alter table himaye.contact_point enable row level security, force row level security;
alter table himaye.referral enable row level security, force row level security;
alter table himaye.referral_step enable row level security, force row level security;
alter table himaye.case_assignment enable row level security, force row level security;
alter table himaye.case_deadline enable row level security, force row level security;
alter table himaye.status_change enable row level security, force row level security;
alter table himaye.identification enable row level security, force row level security;
alter table himaye.identification_set enable row level security, force row level security;
alter table himaye.intake enable row level security, force row level security;
alter table himaye.consent enable row level security, force row level security;
alter table himaye.rights_briefing enable row level security, force row level security;
alter table himaye.indicator_assessment enable row level security, force row level security;
alter table himaye.trafficking_episode enable row level security, force row level security;
alter table himaye.needs_assessment enable row level security, force row level security;
alter table himaye.need_item enable row level security, force row level security;
alter table himaye.rehabilitation_plan enable row level security, force row level security;
alter table himaye.plan_component enable row level security, force row level security;
alter table himaye.plan_goal enable row level security, force row level security;
alter table himaye.plan_action enable row level security, force row level security;
alter table himaye.plan_review enable row level security, force row level security;
alter table himaye.plan_rating enable row level security, force row level security;
alter table himaye.reimbursement_request enable row level security, force row level security;
alter table himaye.reimbursement_decision enable row level security, force row level security;
alter table himaye.reimbursement_instalment enable row level security, force row level security;
alter table himaye.draft enable row level security, force row level security;
alter table himaye.break_glass_grant enable row level security, force row level security;
alter table himaye.sealing_key enable row level security, force row level security;
alter table himaye.access_event enable row level security, force row level security;
alter table himaye.access_event_case enable row level security, force row level security;
--rollback alter table himaye.case_file disable row level security, no force row level security;
--rollback alter table himaye.person disable row level security, no force row level security;
--rollback alter table himaye.contact_point disable row level security, no force row level security;
--rollback alter table himaye.referral disable row level security, no force row level security;
--rollback alter table himaye.referral_step disable row level security, no force row level security;
--rollback alter table himaye.case_assignment disable row level security, no force row level security;
--rollback alter table himaye.case_deadline disable row level security, no force row level security;
--rollback alter table himaye.status_change disable row level security, no force row level security;
--rollback alter table himaye.identification disable row level security, no force row level security;
--rollback alter table himaye.identification_set disable row level security, no force row level security;
--rollback alter table himaye.intake disable row level security, no force row level security;
--rollback alter table himaye.consent disable row level security, no force row level security;
--rollback alter table himaye.rights_briefing disable row level security, no force row level security;
--rollback alter table himaye.indicator_assessment disable row level security, no force row level security;
--rollback alter table himaye.trafficking_episode disable row level security, no force row level security;
--rollback alter table himaye.needs_assessment disable row level security, no force row level security;
--rollback alter table himaye.need_item disable row level security, no force row level security;
--rollback alter table himaye.rehabilitation_plan disable row level security, no force row level security;
--rollback alter table himaye.plan_component disable row level security, no force row level security;
--rollback alter table himaye.plan_goal disable row level security, no force row level security;
--rollback alter table himaye.plan_action disable row level security, no force row level security;
--rollback alter table himaye.plan_review disable row level security, no force row level security;
--rollback alter table himaye.plan_rating disable row level security, no force row level security;
--rollback alter table himaye.reimbursement_request disable row level security, no force row level security;
--rollback alter table himaye.reimbursement_decision disable row level security, no force row level security;
--rollback alter table himaye.reimbursement_instalment disable row level security, no force row level security;
--rollback alter table himaye.draft disable row level security, no force row level security;
--rollback alter table himaye.break_glass_grant disable row level security, no force row level security;
--rollback alter table himaye.sealing_key disable row level security, no force row level security;
--rollback alter table himaye.access_event disable row level security, no force row level security;
--rollback alter table himaye.access_event_case disable row level security, no force row level security;
