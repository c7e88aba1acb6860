--liquibase formatted sql

--changeset himaye:accesslog-0008-position-grows splitStatements:false
--comment The sealer's role brings the log forward and never back, and gives it a key only where it has none: another key is a step of the operator. The keys of before stay, oldest first, because checkpoints are signed with them; one that another has replaced is not taken again, because whoever checks believes none out of its order.
alter table himaye.log_position add column earlier_keys text;
create function himaye.keep_log_position() returns trigger language plpgsql as $$
declare
  earlier text[];
begin
  if new.size < old.size or new.sealed_seq < old.sealed_seq then
    raise exception 'the log only grows' using errcode = '42501';
  end if;
  if old.log_key is not null and new.log_key is distinct from old.log_key then
    if current_user = 'himaye_log_sealer' then
      raise exception 'the log has its key' using errcode = '42501';
    end if;
    new.earlier_keys := concat_ws(E'\n', old.earlier_keys, old.log_key);
  end if;
  earlier := string_to_array(new.earlier_keys, E'\n');
  if new.log_key = any (earlier) then
    if new.log_key <> earlier[cardinality(earlier)] then
      raise exception 'another key has replaced this one' using errcode = '42501';
    end if;
    new.earlier_keys := nullif(array_to_string(array_remove(earlier, new.log_key), E'\n'), '');
  end if;
  return new;
end $$;
create trigger tr_log_position_grows before update on himaye.log_position
  for each row execute function himaye.keep_log_position();
--rollback drop trigger tr_log_position_grows on himaye.log_position;
--rollback drop function himaye.keep_log_position();
--rollback alter table himaye.log_position drop column earlier_keys;

--changeset himaye:accesslog-0008-checkpoints-stay splitStatements:false
--comment The sealer's role takes no checkpoint away: what may go is decided here. The last of each day stays, what a witness has signed, and the last day.
create function himaye.thin_log_checkpoints() returns integer
  language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  gone integer;
begin
  delete from himaye.log_checkpoint c
   where c.cosigned is null
     and c.at < clock_timestamp() - interval '1 day'
     and exists (select from himaye.log_checkpoint later
                  where later.size > c.size and later.at >= c.at and later.at < date_trunc('day', c.at) + interval '1 day');
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke all on function himaye.thin_log_checkpoints() from public;
grant execute on function himaye.thin_log_checkpoints() to himaye_log_sealer;
revoke delete on himaye.log_checkpoint from himaye_log_sealer;
--rollback grant delete on himaye.log_checkpoint to himaye_log_sealer;
--rollback drop function himaye.thin_log_checkpoints();

--changeset himaye:accesslog-0008-months splitStatements:false
--comment As accesslog-0007-months, but it does not wait long: a partition needs the table for itself, and whoever waits for that lets every page wait behind it. And one that cannot be made is told and keeps no other from being made.
create or replace function himaye.make_log_months() returns integer
  language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' set lock_timeout = '2s' as $$
declare
  parent text;
  month date;
  name text;
  made integer := 0;
begin
  for i in 0..2 loop
    month := (date_trunc('month', now()) + make_interval(months => i))::date;
    foreach parent in array array['access_event', 'access_event_case'] loop
      name := parent || '_' || to_char(month, 'YYYY_MM');
      if to_regclass(format('himaye.%I', name)) is null then
        begin
          execute format('create table himaye.%I partition of himaye.%I for values from (%L) to (%L)',
            name, parent, month, (month + interval '1 month')::date);
          made := made + 1;
        exception when others then
          raise warning '% was not made: %', name, sqlerrm;
        end;
      end if;
    end loop;
  end loop;
  return made;
end $$;
--rollback empty
