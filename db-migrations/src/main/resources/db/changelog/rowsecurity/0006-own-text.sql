--liquibase formatted sql

--changeset himaye:rowsecurity-0006-months
--comment How long whoever sent a referral reads what it typed (domain.md 3.2, police after the referral).
insert into himaye.configuration (key, value, valid_from, source) values
  ('referral.own_text.months', 12, '2005-01-01', 'design decision (domain.md 3.2)');
--rollback delete from himaye.configuration where key = 'referral.own_text.months';

--changeset himaye:rowsecurity-0006-sender-reads splitStatements:false
--comment The sender does not meet the case that came of a referral, but no longer reads the own text when it is closed. Of everybody else's referral, and without a number of months, the answer is no.
create function himaye.sender_reads(asked uuid, at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select 1 from himaye.referral r
     where r.id = asked and r.sender_sub = himaye.context_account()
       and (r.sent_at is null or r.sent_at > at - make_interval(months => (
             select k.value::integer from himaye.configuration k
              where k.key = 'referral.own_text.months' and k.valid_from <= at::date and (k.valid_to is null or k.valid_to >= at::date)
              order by k.valid_from desc limit 1)))
       and (r.case_id is null or exists (select 1 from himaye.case_file c where c.id = r.case_id and c.status <> 'CLOSED')))
$$;
revoke all on function himaye.sender_reads(uuid, timestamptz) from public;
grant execute on function himaye.sender_reads(uuid, timestamptz) to himaye_app;
--rollback drop function himaye.sender_reads(uuid, timestamptz);
