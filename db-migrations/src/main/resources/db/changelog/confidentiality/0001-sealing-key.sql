--liquibase formatted sql

--changeset himaye:confidentiality-0001-sealing-key
--comment One wrapped keyset an owner. Backed up apart from the data it seals; destroying a row erases what it sealed.
create table himaye.sealing_key (
  id uuid primary key,
  owner_kind text not null,
  owner_id uuid not null,
  epoch integer not null,
  wrapped bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint ck_sealing_key_kind check (owner_kind in ('PERSON', 'CASE', 'REFERRAL', 'ACCOUNT')),
  constraint uq_sealing_key_owner unique (owner_kind, owner_id, epoch)
);
create index ix_sealing_key_owner on himaye.sealing_key (owner_id);
grant select, insert on himaye.sealing_key to himaye_app;
--rollback drop table himaye.sealing_key;
