--liquibase formatted sql

--changeset himaye:database-0002-installation
--comment What this database is for is decided once: demo people and demo cases never meet real ones.
create table himaye.installation (
  only_row boolean primary key default true check (only_row),
  kind text not null check (kind in ('demo', 'production')),
  made_at timestamptz not null default now()
);
insert into himaye.installation (kind) values ('${installation.kind}');
grant select on himaye.installation to himaye_app, himaye_log_reader;
--rollback drop table himaye.installation;
