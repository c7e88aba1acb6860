--liquibase formatted sql

--changeset himaye:retention-0002-erasing splitStatements:false
--comment Whether an erasure runs in this transaction, as the functions below say. Then, and only then, the owner meets what it deletes.
create function himaye.erasing() returns boolean language sql stable
  return coalesce(nullif(current_setting('himaye.erasing', true), '') = pg_current_xact_id_if_assigned()::text, false);
--rollback drop function himaye.erasing();

--changeset himaye:retention-0002-owner
--comment A new table with something of a case, a person or a referral needs a line like these: without it the erasure leaves its rows, and ErasureTest says so.
create policy assignment_erasure on himaye.case_assignment to himaye_owner using ((select himaye.erasing()));
create policy deadline_erasure on himaye.case_deadline to himaye_owner using ((select himaye.erasing()));
create policy status_change_erasure on himaye.status_change to himaye_owner using ((select himaye.erasing()));
create policy case_file_erasure on himaye.case_file to himaye_owner using ((select himaye.erasing()));
create policy person_erasure on himaye.person to himaye_owner using ((select himaye.erasing()));
create policy contact_point_erasure on himaye.contact_point to himaye_owner using ((select himaye.erasing()));
create policy search_entry_erasure on himaye.search_entry to himaye_owner using ((select himaye.erasing()));
create policy blind_value_erasure on himaye.blind_value to himaye_owner using ((select himaye.erasing()));
create policy referral_erasure on himaye.referral to himaye_owner using ((select himaye.erasing()));
create policy referral_step_erasure on himaye.referral_step to himaye_owner using ((select himaye.erasing()));
create policy identification_erasure on himaye.identification to himaye_owner using ((select himaye.erasing()));
create policy identification_set_erasure on himaye.identification_set to himaye_owner using ((select himaye.erasing()));
create policy indicator_assessment_erasure on himaye.indicator_assessment to himaye_owner using ((select himaye.erasing()));
create policy trafficking_episode_erasure on himaye.trafficking_episode to himaye_owner using ((select himaye.erasing()));
create policy intake_erasure on himaye.intake to himaye_owner using ((select himaye.erasing()));
create policy consent_erasure on himaye.consent to himaye_owner using ((select himaye.erasing()));
create policy rights_briefing_erasure on himaye.rights_briefing to himaye_owner using ((select himaye.erasing()));
create policy needs_assessment_erasure on himaye.needs_assessment to himaye_owner using ((select himaye.erasing()));
create policy need_item_erasure on himaye.need_item to himaye_owner using ((select himaye.erasing()));
create policy rehabilitation_plan_erasure on himaye.rehabilitation_plan to himaye_owner using ((select himaye.erasing()));
create policy plan_component_erasure on himaye.plan_component to himaye_owner using ((select himaye.erasing()));
create policy plan_goal_erasure on himaye.plan_goal to himaye_owner using ((select himaye.erasing()));
create policy plan_action_erasure on himaye.plan_action to himaye_owner using ((select himaye.erasing()));
create policy plan_review_erasure on himaye.plan_review to himaye_owner using ((select himaye.erasing()));
create policy plan_rating_erasure on himaye.plan_rating to himaye_owner using ((select himaye.erasing()));
create policy reimbursement_request_erasure on himaye.reimbursement_request to himaye_owner using ((select himaye.erasing()));
create policy reimbursement_decision_erasure on himaye.reimbursement_decision to himaye_owner using ((select himaye.erasing()));
create policy reimbursement_instalment_erasure on himaye.reimbursement_instalment to himaye_owner using ((select himaye.erasing()));
create policy break_glass_grant_erasure on himaye.break_glass_grant to himaye_owner using ((select himaye.erasing()));
create policy case_restriction_erasure on himaye.case_restriction to himaye_owner using ((select himaye.erasing()));
create policy value_change_erasure on himaye.value_change to himaye_owner using ((select himaye.erasing()));
create policy sealing_key_erasure on himaye.sealing_key to himaye_owner using ((select himaye.erasing()));
--rollback empty

--changeset himaye:retention-0002-below splitStatements:false
--comment Deletes all that refers to these rows, and what refers to that, as the catalogue says. The tombstone, the list of erasures and the payments stay: what they keep is decided by the caller.
create function himaye.erase_below(parent regclass, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  child record;
  found_ids uuid[];
begin
  for child in
    select c.conrelid::regclass as of_table,
           (select string_agg(format('r.%I', a.attname), ', ' order by k.place)
              from unnest(c.conkey) with ordinality k (number, place)
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as own_columns,
           (select string_agg(format('p.%I', a.attname), ', ' order by k.place)
              from unnest(c.confkey) with ordinality k (number, place)
              join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as parent_columns
      from pg_constraint c
     where c.contype = 'f' and c.confrelid = parent and c.conrelid <> parent
       and c.conrelid <> all (array['himaye.case_file', 'himaye.reimbursement_request', 'himaye.reimbursement_decision',
                                    'himaye.reimbursement_instalment']::regclass[])
  loop
    execute format('select array_agg(r.id) from %s r where (%s) in (select %s from %s p where p.id = any ($1))',
                   child.of_table, child.own_columns, child.parent_columns, parent) into found_ids using ids;
    if found_ids is not null then
      perform himaye.erase_below(child.of_table, found_ids);
      execute format('delete from %s where id = any ($1)', child.of_table) using found_ids;
    end if;
  end loop;
end $$;
revoke all on function himaye.erase_below(regclass, uuid[]) from public;
--rollback drop function himaye.erase_below(regclass, uuid[]);

--changeset himaye:retention-0002-rows splitStatements:false
--comment Destroys the keys of these cases and referrals, and of whoever has no other case, and with them all rows. Nobody calls it but the functions below.
create function himaye.erase_rows(cases uuid[], more_referrals uuid[], by_rule text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  people uuid[];
  referrals uuid[];
  numbers text[];
  kept_from timestamptz;
begin
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  cases := array(select c.id from himaye.case_file c where c.id = any (cases) and c.erased_at is null order by c.id for update);
  referrals := array(select r.id from himaye.referral r where r.case_id = any (cases) or r.id = any (more_referrals));
  -- Locked, so that of two cases of a person that are erased at once the second sees the first gone and takes her key along.
  perform 1 from himaye.person p where p.id in (select c.person_id from himaye.case_file c where c.id = any (cases)) order by p.id for update;
  people := array(select distinct c.person_id from himaye.case_file c
                   where c.id = any (cases)
                     and not exists (select 1 from himaye.case_file o where o.person_id = c.person_id and o.id <> all (cases)));
  numbers := array(select c.case_number from himaye.case_file c where c.id = any (cases)
                   union all select r.number from himaye.referral r where r.id = any (referrals));

  insert into himaye.erased_count as known (opened_quarter, sex_group, cases)
  select date_trunc('quarter', c.opened_at at time zone 'Asia/Baku')::date,
         case when p.sex in ('FEMALE', 'MALE') then p.sex else 'OTHER_OR_UNDISCLOSED' end, count(*)
    from himaye.case_file c join himaye.person p on p.id = c.person_id
   where c.id = any (cases)
   group by 1, 2
  on conflict (opened_quarter, sex_group) do update set cases = known.cases + excluded.cases;

  delete from himaye.sealing_key k
   where k.owner_kind = 'CASE' and k.owner_id = any (cases)
      or k.owner_kind = 'PERSON' and k.owner_id = any (people)
      or k.owner_kind = 'REFERRAL' and k.owner_id = any (referrals);
  delete from himaye.value_change v
   where v.owner_kind = 'CASE' and v.owner_id = any (cases)
      or v.owner_kind = 'PERSON' and v.owner_id = any (people)
      or v.owner_kind = 'REFERRAL' and v.owner_id = any (referrals)
      -- Under the key of a person who stays, as she has another case.
      or v.of_row in (select q.id from himaye.reimbursement_request q where q.case_id = any (cases)
                      union all select i.id from himaye.reimbursement_instalment i where i.case_id = any (cases));
  -- What somebody typed where there is no case yet stands under that colleague's key, and its address names the number.
  delete from himaye.draft d
   where d.case_id = any (cases) or exists (select 1 from unnest(numbers) as named (number) where position(named.number in d.record) > 0);

  select now() - make_interval(years => k.value::int) into kept_from from himaye.configuration k
   where k.key = 'retention.finance.years' and k.valid_from <= current_date and (k.valid_to is null or k.valid_to >= current_date)
   order by k.valid_from desc limit 1;
  perform himaye.forget_payments(cases, kept_from);
  -- Whoever has another case keeps what she was given once: it is not given again there (BR-063).
  update himaye.reimbursement_request q
     set person_id = case when q.person_id = any (people) then null else q.person_id end, payee_name = null, iban = null, nameless_since = now()
   where q.case_id = any (cases) and q.nameless_since is null;
  update himaye.reimbursement_request q set person_id = null where q.person_id = any (people);
  update himaye.reimbursement_instalment i set bank_reference = null, bank_fingerprint = null, nameless_since = now()
   where i.case_id = any (cases) and i.nameless_since is null;

  update himaye.erasure e set pseudonym = null where e.subject_id = any (cases || referrals);
  update himaye.case_file c
     set erased_at = now(), erased_rule = by_rule, person_id = null, referral_id = null, status = 'CLOSED', urgency = 'NORMAL',
         anonymous_mode = false, next_due_at = null, identification_status = null, opened_at = now(), created_at = now(),
         updated_at = now(), created_by = '00000000-0000-0000-0000-000000000000',
         updated_by = '00000000-0000-0000-0000-000000000000', version = version + 1
   where c.id = any (cases);
  perform himaye.erase_below('himaye.case_file', cases);
  perform himaye.erase_below('himaye.referral', referrals);
  delete from himaye.referral r where r.id = any (referrals);
  perform himaye.erase_below('himaye.person', people);
  delete from himaye.person p where p.id = any (people);
  perform set_config('himaye.erasing', '', true);
end $$;
create function himaye.forget_payments(of_cases uuid[], kept_from timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  old uuid[];
begin
  old := array(select q.id from himaye.reimbursement_request q
                where q.case_id = any (of_cases) and (q.state = 'DRAFT' or coalesce(q.paid_at, q.updated_at) < kept_from));
  delete from himaye.reimbursement_decision d where d.request_id = any (old);
  delete from himaye.reimbursement_instalment i where i.request_id = any (old);
  delete from himaye.reimbursement_request q where q.id = any (old);
end $$;
revoke all on function himaye.erase_rows(uuid[], uuid[], text), himaye.forget_payments(uuid[], timestamptz) from public;
--rollback drop function himaye.erase_rows(uuid[], uuid[], text);
--rollback drop function himaye.forget_payments(uuid[], timestamptz);

--changeset himaye:retention-0002-obstacle splitStatements:false
--comment Why a case may not be erased just now, the weightiest first; null when nothing is in the way.
create function himaye.erasure_obstacle(asked uuid, by_rule text) returns text
  language sql volatile security definer set search_path = pg_catalog as $$
  select case
    when exists (select 1 from himaye.legal_hold h where h.case_id = asked and h.lifted_at is null) then 'LEGAL_HOLD'
    when exists (select 1 from himaye.case_restriction r
                  where r.case_id = asked and r.kind = 'SUSPENDED' and r.lifted_at is null) then 'ORDER'
    when exists (select 1 from himaye.identification_set s where s.case_id = asked and s.decided_at is null) then 'DECISION_OPEN'
    when exists (select 1 from himaye.reimbursement_request q
                  where q.case_id = asked
                    and q.state in ('REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'RETURNED', 'APPEALED', 'APPROVED', 'PARTLY_PAID')) then 'PAYMENT_OPEN'
    when exists (select 1 from himaye.break_glass_grant g where g.case_id = asked and g.verdict is null) then 'ACCESS_UNREVIEWED'
    when by_rule <> 'ASKED' and exists (select 1 from himaye.case_file c where c.id = asked and c.status <> 'CLOSED') then 'REOPENED'
    -- Opened and closed again since it was proposed: its term begins anew.
    when by_rule <> 'ASKED' and exists (
      select 1 from himaye.erasure e join himaye.status_change t on t.case_id = e.subject_id and t.entity = 'case_file' and t.created_at > e.created_at
       where e.subject_id = asked and e.withdrawn_at is null) then 'REOPENED'
  end
$$;
revoke all on function himaye.erasure_obstacle(uuid, text) from public;
--rollback drop function himaye.erasure_obstacle(uuid, text);

--changeset himaye:retention-0002-erase splitStatements:false
--comment Does what two people have said yes to, one of whom calls. Answers with what is in the way, or null when it is done. A hold that is set at the same moment is either seen here or refused there.
create function himaye.erase(asked uuid) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  e himaye.erasure;
  obstacle text;
begin
  select * into e from himaye.erasure x where x.id = asked for update;
  if e.executed_at is not null or e.withdrawn_at is not null or e.privacy_by is null or e.supervisor_by is null
     or himaye.context_account() is null or himaye.context_account() not in (e.privacy_by, e.supervisor_by) then
    raise exception 'two people have to say yes' using errcode = '42501';
  end if;
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  if e.subject = 'CASE' then
    perform 1 from himaye.case_file c where c.id = e.subject_id for update;
    obstacle := himaye.erasure_obstacle(e.subject_id, e.rule);
  else
    perform 1 from himaye.referral r where r.id = e.subject_id for update;
    if not exists (select 1 from himaye.referral r where r.id = e.subject_id and r.status in ('DECLINED', 'WITHDRAWN', 'EXPIRED')) then
      obstacle := 'REOPENED';
    end if;
  end if;
  if obstacle is not null then
    perform set_config('himaye.erasing', '', true);
    return obstacle;
  end if;
  if e.subject = 'CASE' then
    perform himaye.erase_rows(array[e.subject_id], '{}', e.rule);
  else
    perform himaye.erase_rows('{}', array[e.subject_id], e.rule);
  end if;
  update himaye.erasure x set executed_at = now(), pseudonym = null where x.id = asked;
  return null;
end $$;
revoke all on function himaye.erase(uuid) from public;
grant execute on function himaye.erase(uuid) to himaye_app;
--rollback drop function himaye.erase(uuid);

--changeset himaye:retention-0002-again splitStatements:false
--comment After a restore: owners whose keys were destroyed after the backup was made are erased again. Of the superuser's alone.
create function himaye.erase_again(owners uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  cases uuid[];
  referrals uuid[];
begin
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  cases := array(select c.id from himaye.case_file c where c.id = any (owners) or c.person_id = any (owners));
  referrals := array(select r.id from himaye.referral r where r.id = any (owners) and r.case_id is null);
  perform himaye.erase_rows(cases, referrals, 'ERASED_BEFORE');
  update himaye.erasure e set withdrawn_at = now(), withdrawn_by = '00000000-0000-0000-0000-000000000000', withdrawn_reason = 'ERASED_BEFORE'
   where e.subject_id = any (cases || referrals) and e.withdrawn_at is null and e.executed_at is null;
end $$;
revoke all on function himaye.erase_again(uuid[]) from public;
--rollback drop function himaye.erase_again(uuid[]);

--changeset himaye:retention-0002-word splitStatements:false
--comment Each says yes for herself and in her own job; and nobody holds what is not there any more.
create function himaye.own_word() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.privacy_by is not null and new.privacy_by is distinct from (case when tg_op = 'UPDATE' then old.privacy_by end)
       and (new.privacy_by is distinct from himaye.context_account() or himaye.context_role() is distinct from 'PRIVACY_OFFICER')
     or new.supervisor_by is not null and new.supervisor_by is distinct from (case when tg_op = 'UPDATE' then old.supervisor_by end)
       and (new.supervisor_by is distinct from himaye.context_account() or himaye.context_role() is distinct from 'SUPERVISOR') then
    raise exception 'nobody says yes for another person' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger tr_erasure_own_word before insert or update on himaye.erasure for each row
  execute function himaye.own_word();
create function himaye.hold_what_is_there() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  perform 1 from himaye.case_file c where c.id = new.case_id and c.erased_at is null for key share;
  if not found then
    raise exception 'violates check constraint "ck_legal_hold_erased"' using errcode = '23514', constraint = 'ck_legal_hold_erased';
  end if;
  perform set_config('himaye.erasing', '', true);
  return new;
end $$;
revoke all on function himaye.own_word(), himaye.hold_what_is_there() from public;
create trigger tr_legal_hold_there before insert on himaye.legal_hold for each row
  execute function himaye.hold_what_is_there();
--rollback drop trigger tr_erasure_own_word on himaye.erasure;
--rollback drop trigger tr_legal_hold_there on himaye.legal_hold;
--rollback drop function himaye.own_word();
--rollback drop function himaye.hold_what_is_there();

--changeset himaye:retention-0002-asked splitStatements:false
--comment The case that a privacy officer (any) or the supervisor (her house's that she meets) names by its number, with what is in the way of erasing it.
create function himaye.erasable(number text) returns table (case_id uuid, person_id uuid, institution_id uuid, pseudonym text, obstacle text)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  return query
    select c.id, c.person_id, c.institution_id, p.pseudonym, himaye.erasure_obstacle(c.id, 'ASKED')
      from himaye.case_file c join himaye.person p on p.id = c.person_id
     where c.case_number = erasable.number and c.erased_at is null
       and (himaye.context_role() = 'PRIVACY_OFFICER' and c.id <> all (himaye.shut_cases(array['BARRED']))
            or himaye.context_role() = 'SUPERVISOR' and c.institution_id = himaye.context_institution()
               and c.id <> all (himaye.shut_cases()));
  perform set_config('himaye.erasing', '', true);
end $$;
create or replace function himaye.restrictable(number text) returns table (case_id uuid, person_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.person_id, c.institution_id from himaye.case_file c
   where c.case_number = restrictable.number and c.erased_at is null
     and (himaye.context_role() = 'PRIVACY_OFFICER' and c.id <> all (himaye.shut_cases(array['BARRED']))
          or himaye.context_role() = 'SUPERVISOR' and c.institution_id = himaye.context_institution()
             and c.id <> all (himaye.shut_cases()))
$$;
-- What was being written at the moment of an erasure and waited for it: its case was still there by its number.
create function himaye.sweep_erased() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  cases uuid[];
begin
  if himaye.context_job() is distinct from 'RETENTION' then
    return;
  end if;
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  cases := array(select c.id from himaye.case_file c where c.erased_at > now() - interval '30 days');
  perform himaye.erase_below('himaye.case_file', cases);
  delete from himaye.value_change v where v.owner_kind = 'CASE' and v.owner_id = any (cases);
  perform set_config('himaye.erasing', '', true);
end $$;
revoke all on function himaye.erasable(text), himaye.sweep_erased() from public;
grant execute on function himaye.erasable(text), himaye.sweep_erased() to himaye_app;
--rollback drop function himaye.erasable(text);
--rollback drop function himaye.sweep_erased();

--changeset himaye:retention-0002-candidates splitStatements:false
--comment What may be due, for the job that proposes: closed cases and referrals that nobody accepted, which are in no open proposal and in none that was withdrawn lately. The birth date comes as it is sealed.
create function himaye.retention_candidates(closed_before date, refused_before date, decided_before date, withdrawn_after timestamptz)
  returns table (subject text, subject_id uuid, number text, institution_id uuid, pseudonym text, refused boolean, ended_on date,
                 opened_on date, person_id uuid, age_band text, age_told_on date, date_of_birth bytea)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if himaye.context_job() is distinct from 'RETENTION' then
    return;
  end if;
  perform set_config('himaye.erasing', pg_current_xact_id()::text, true);
  return query
    select 'CASE', c.id, c.case_number, c.institution_id, p.pseudonym, s.from_status = 'INTAKE',
           (s.created_at at time zone 'Asia/Baku')::date, (c.opened_at at time zone 'Asia/Baku')::date, p.id, p.age_band,
           (p.updated_at at time zone 'Asia/Baku')::date, p.date_of_birth
      from himaye.case_file c
      join himaye.person p on p.id = c.person_id
      join lateral (select t.from_status, t.created_at from himaye.status_change t
                     where t.case_id = c.id and t.entity = 'case_file' and t.to_status = 'CLOSED'
                     order by t.created_at desc limit 1) s on true
     where c.status = 'CLOSED' and c.erased_at is null
       and (s.created_at at time zone 'Asia/Baku')::date < case when s.from_status = 'INTAKE' then refused_before else closed_before end
       and not exists (select 1 from himaye.erasure e
                        where e.subject_id = c.id and (e.withdrawn_at is null or e.withdrawn_at > retention_candidates.withdrawn_after))
    union all
    select 'REFERRAL', r.id, r.number, r.receiver_institution, null, false,
           (coalesce(r.decided_at, r.updated_at) at time zone 'Asia/Baku')::date, null, null, null, null, null
      from himaye.referral r
     where r.status in ('DECLINED', 'WITHDRAWN', 'EXPIRED')
       and (coalesce(r.decided_at, r.updated_at) at time zone 'Asia/Baku')::date < decided_before
       and not exists (select 1 from himaye.erasure e
                        where e.subject_id = r.id and (e.withdrawn_at is null or e.withdrawn_at > retention_candidates.withdrawn_after));
  perform set_config('himaye.erasing', '', true);
end $$;
revoke all on function himaye.retention_candidates(date, date, date, timestamptz) from public;
grant execute on function himaye.retention_candidates(date, date, date, timestamptz) to himaye_app;
create policy sealing_key_retention on himaye.sealing_key for select to himaye_app using (
  owner_kind = 'PERSON' and (select himaye.context_job()) = 'RETENTION');
--rollback drop policy sealing_key_retention on himaye.sealing_key;
--rollback drop function himaye.retention_candidates(date, date, date, timestamptz);
