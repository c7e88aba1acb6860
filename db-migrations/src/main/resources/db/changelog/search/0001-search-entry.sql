--liquibase formatted sql

--changeset himaye:search-0001-key
--comment One key for the installation seals what the index of names is built from. Wrapped like every other; caseworkers, who write names, seal with it.
alter table himaye.sealing_key drop constraint ck_sealing_key_kind;
alter table himaye.sealing_key add constraint ck_sealing_key_kind check (owner_kind in ('PERSON', 'CASE', 'REFERRAL', 'ACCOUNT', 'SEARCH'));
create policy sealing_key_search on himaye.sealing_key to himaye_app using (
  owner_kind = 'SEARCH' and ((select himaye.context_role()) = 'CASEWORKER' or (select himaye.context_job()) = 'INDEX'));
--rollback drop policy sealing_key_search on himaye.sealing_key;
--rollback alter table himaye.sealing_key drop constraint ck_sealing_key_kind;
--rollback alter table himaye.sealing_key add constraint ck_sealing_key_kind check (owner_kind in ('PERSON', 'CASE', 'REFERRAL', 'ACCOUNT'));

--changeset himaye:search-0001-entry
--comment Names as they were written and the year of birth, sealed. The index in memory is built from them by a job that meets nothing else.
create table himaye.search_entry (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  names bytea,
  constraint fk_search_entry_person foreign key (id) references himaye.person (id)
);
comment on column himaye.search_entry.id is 'The person';
grant select, insert, update on himaye.search_entry to himaye_app;
create policy search_entry_rows on himaye.search_entry to himaye_app using (
  exists (select 1 from himaye.person p where p.id = search_entry.id) and not (select himaye.context_by_queue()));
create policy search_entry_index on himaye.search_entry for select to himaye_app using ((select himaye.context_job()) = 'INDEX');
alter table himaye.search_entry enable row level security, force row level security;
--rollback drop table himaye.search_entry;

--changeset himaye:search-0001-told splitStatements:false
--comment Every server hears which entry has changed, when the change is committed: an id and nothing else.
create function himaye.tell_search() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('himaye_search', coalesce(new.id, old.id)::text);
  return null;
end $$;
create trigger tr_search_entry_told after insert or update or delete on himaye.search_entry
  for each row execute function himaye.tell_search();
--rollback drop trigger tr_search_entry_told on himaye.search_entry;
--rollback drop function himaye.tell_search();

--changeset himaye:search-0001-blind
--comment Keyed hashes of values that nobody guesses by how often they occur; deleted and written again with the value itself. Not unique: a document may be told of two people.
create table himaye.blind_value (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  person_id uuid not null,
  source_id uuid not null,
  use_of text not null,
  hashed text not null,
  constraint fk_blind_value_person foreign key (person_id) references himaye.person (id),
  constraint ck_blind_value_use check (use_of in ('DOCUMENT', 'TELEPHONE', 'FAMILY_NAME_AND_BIRTH')),
  constraint ck_blind_value_hashed check (hashed ~ '^[0-9a-f]{16}$')
);
create index ix_blind_value_hashed on himaye.blind_value (hashed, use_of);
create index ix_blind_value_source on himaye.blind_value (source_id);
create index ix_blind_value_person on himaye.blind_value (person_id);
grant select, insert, delete on himaye.blind_value to himaye_app;
create policy blind_value_rows on himaye.blind_value to himaye_app using (
  exists (select 1 from himaye.person p where p.id = person_id) and not (select himaye.context_by_queue()));
alter table himaye.blind_value enable row level security, force row level security;
--rollback drop table himaye.blind_value;
