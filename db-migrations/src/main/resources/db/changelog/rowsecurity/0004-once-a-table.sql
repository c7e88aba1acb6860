--liquibase formatted sql

--changeset himaye:rowsecurity-0004-context splitStatements:false
--comment As database-0004-context and in less time, because every table of every statement asks: what is a plain expression is not planned as a query, and what only a job of a demo needs is asked of no one else.
create or replace function himaye.context() returns text[]
  language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare
  told text := nullif(current_setting('himaye.context', true), '');
  bytes bytea;
  pads record;
  parts text[];
begin
  if told is null then
    return null;
  end if;
  -- The signature is the last of the parts, and 64 bytes. Of a text each character would be counted, which takes longer than the hash.
  bytes := convert_to(told, 'UTF8');
  parts := string_to_array(told, '|');
  select k.inner_pad, k.outer_pad into pads from himaye.context_key k;
  if encode(sha256(pads.outer_pad || sha256(pads.inner_pad || substr(bytes, 1, greatest(length(bytes) - 65, 0)))), 'hex')
     is distinct from parts[8] then
    return null;
  end if;
  -- Asked at the transaction's beginning: a long one keeps what it began with, and nobody signs for tomorrow.
  if to_timestamp(parts[6]::bigint) not between now() and now() + interval '300 seconds' then
    return null;
  end if;
  if parts[5] = 'DEMO' then
    if not exists (select 1 from himaye.installation i where i.kind = 'demo') then
      return null;
    end if;
  end if;
  return parts;
end $$;
--rollback empty

--changeset himaye:rowsecurity-0004-cases splitStatements:false
--comment As rowsecurity-0001-relations and restriction-0001-case-restriction, asking for whom the transaction works once instead of for each condition, and not at all while nothing is restricted.
create or replace function himaye.assigned_cases() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare
  asker uuid := himaye.context_account();
begin
  return (select coalesce(array_agg(a.case_id), '{}') from himaye.case_assignment a
           where a.staff_sub = asker and a.assigned_until is null);
end $$;
create or replace function himaye.shut_cases(kinds text[]) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare
  asker uuid;
begin
  if not exists (select 1 from himaye.case_restriction r where r.lifted_at is null and r.in_force_at is not null) then
    return '{}';
  end if;
  asker := himaye.context_account();
  return (select coalesce(array_agg(r.case_id), '{}') from himaye.case_restriction r
           where r.lifted_at is null and r.in_force_at is not null and r.kind = any (kinds)
             and asker is not null and (r.kind = 'BARRED') = (asker = any (r.persons)));
end $$;
create or replace function himaye.shut_cases() returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
begin
  if not exists (select 1 from himaye.case_restriction r where r.lifted_at is null and r.in_force_at is not null) then
    return '{}';
  end if;
  return himaye.shut_cases(array['SEALED', 'SUSPENDED', 'BARRED']);
end $$;
--rollback empty
