--liquibase formatted sql

--changeset himaye:history-0001-value-change
--comment What stood in a confidential attribute before it was changed, and what was put there (domain.md 4.8, docs/adr/0023). Inserted, read, and never changed.
create table himaye.value_change (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  owner_kind text not null,
  owner_id uuid not null,
  of_table text not null,
  of_row uuid not null,
  of_attribute text not null,
  old_value bytea not null,
  new_value bytea,
  constraint ck_value_change_owner_kind check (owner_kind in ('PERSON', 'CASE', 'REFERRAL', 'ACCOUNT')),
  constraint ck_value_change_once check (version = 0 and updated_at = created_at and updated_by = created_by)
);
create index ix_value_change_owner on himaye.value_change (owner_kind, owner_id, created_at desc, id desc);
comment on column himaye.value_change.owner_kind is 'Whose key seals both values: that of the row that was changed';
comment on column himaye.value_change.of_attribute is 'Also sealed into both values: one told to be of another attribute does not open';
grant select, insert on himaye.value_change to himaye_app;
alter table himaye.value_change enable row level security, force row level security;
create policy value_change_read on himaye.value_change for select to himaye_app using (
  not (select himaye.context_by_queue())
  and case owner_kind
    when 'PERSON' then exists (select 1 from himaye.person p where p.id = owner_id)
    when 'CASE' then exists (select 1 from himaye.case_file c where c.id = owner_id)
    when 'REFERRAL' then exists (select 1 from himaye.referral r where r.id = owner_id)
    else false
  end);
create policy value_change_write on himaye.value_change for insert to himaye_app with check (
  created_by = (select himaye.context_account()));
--rollback drop table himaye.value_change;
