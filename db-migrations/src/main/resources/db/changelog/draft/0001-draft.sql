--liquibase formatted sql

--changeset himaye:draft-0001-draft
--comment What somebody typed into a form and has not sent: one sealed blob for each author, page, record and form (docs/adr/0011).
create table himaye.draft (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null constraint fk_draft_staff references himaye.staff,
  updated_at timestamptz not null,
  updated_by uuid not null,
  page text not null,
  record text not null,
  form text not null,
  case_id uuid constraint fk_draft_case references himaye.case_file,
  classes text not null,
  opening uuid not null,
  fields bytea,
  constraint ck_draft_own check (updated_by = created_by),
  constraint ck_draft_place check (length(page) <= 100 and length(record) <= 200 and length(form) <= 60)
);
create index ix_draft_waiting on himaye.draft (created_by, page, record) where fields is not null;
create index ix_draft_age on himaye.draft (updated_at);
comment on column himaye.draft.record is 'Numbers and ids by which the page''s address names its record';
comment on column himaye.draft.case_id is 'Whose key seals it; without a case it is the author''s';
comment on column himaye.draft.classes is 'Classes that the policy gave the author on this page when it was typed';
comment on column himaye.draft.opening is 'Which opening of the form wrote last; once that form was sent, what it still says counts no more';
comment on column himaye.draft.fields is 'Sealed; empty when it was sent or discarded';
grant select, insert, update, delete on himaye.draft to himaye_app;
--rollback drop table himaye.draft;
