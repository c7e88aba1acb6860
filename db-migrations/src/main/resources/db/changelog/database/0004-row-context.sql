--liquibase formatted sql

--changeset himaye:database-0004-context-key
--comment The key by which the application proves for whom a transaction works, as the two pads of HMAC (RFC 2104). Nobody but the owner reads it.
create table himaye.context_key (
  only_row boolean primary key default true check (only_row),
  inner_pad bytea not null check (length(inner_pad) = 64),
  outer_pad bytea not null check (length(outer_pad) = 64)
);
--rollback drop table himaye.context_key;

--changeset himaye:database-0004-context splitStatements:false
--comment For whom the running transaction works: account, institution, role, session, job, end, random; null without a context, with a forged one or one that has ended. After a transaction that set it, the setting is '' and not null.
create function himaye.context() returns text[]
  language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare
  told text := nullif(current_setting('himaye.context', true), '');
  pads record;
  parts text[];
begin
  if told is null then
    return null;
  end if;
  select k.inner_pad, k.outer_pad into pads from himaye.context_key k;
  if encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(left(told, -65), 'UTF8'))), 'hex')
     is distinct from right(told, 64) then
    return null;
  end if;
  parts := string_to_array(left(told, -65), '|');
  -- Asked at the transaction's beginning: a long one keeps what it began with, and nobody signs for tomorrow.
  if parts[6]::bigint not between extract(epoch from now()) and extract(epoch from now()) + 300 then
    return null;
  end if;
  if parts[5] = 'DEMO' and not exists (select 1 from himaye.installation i where i.kind = 'demo') then
    return null;
  end if;
  return parts;
end $$;
--rollback drop function himaye.context();

--changeset himaye:database-0004-context-parts
--comment The parts of the context. A policy calls them as (select ...), so that they are asked once a statement and not once a row.
create function himaye.context_account() returns uuid language sql stable parallel safe
  return nullif((himaye.context())[1], '')::uuid;
create function himaye.context_institution() returns uuid language sql stable parallel safe
  return nullif((himaye.context())[2], '')::uuid;
create function himaye.context_role() returns text language sql stable parallel safe
  return (himaye.context())[3];
create function himaye.context_session() returns uuid language sql stable parallel safe
  return nullif((himaye.context())[4], '')::uuid;
create function himaye.context_job() returns text language sql stable parallel safe
  return (himaye.context())[5];
--rollback drop function himaye.context_account(), himaye.context_institution(), himaye.context_role(), himaye.context_session(), himaye.context_job();
