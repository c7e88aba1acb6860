--liquibase formatted sql

--changeset himaye:rowsecurity-0005-fails-closed splitStatements:false
--comment As rowsecurity-0004-context, but whatever is not there is no caller: while there was no key, a context without a signature was equal to the hash of nothing.
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
  -- Null, when the key or the signature is missing, is not true.
  if (encode(sha256(pads.outer_pad || sha256(pads.inner_pad || substr(bytes, 1, greatest(length(bytes) - 65, 0)))), 'hex')
      = parts[8] and cardinality(parts) = 8) is not true then
    return null;
  end if;
  -- Asked at the transaction's beginning: a long one keeps what it began with, and nobody signs for tomorrow.
  if (to_timestamp(parts[6]::bigint) between now() and now() + interval '300 seconds') is not true then
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
