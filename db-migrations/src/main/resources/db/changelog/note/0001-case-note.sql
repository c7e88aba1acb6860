--liquibase formatted sql

--changeset himaye:note-0001-case-note
--comment What those who work on a case write down (domain.md 3.3.16, 3.3.12, 4.8, docs/adr/0026). Inserted, read, and never changed: a correction is another row.
create table himaye.case_note (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null references himaye.case_file (id),
  sort text not null,
  kind text,
  narrative_text bytea,
  health_text bytea,
  health_summary bytea,
  therapy_text bytea,
  privileged_text bytea,
  corrects uuid,
  correction_reason text,
  about_note uuid,
  about_attribute text,
  constraint ck_case_note_once check (version = 0),
  constraint ck_case_note_sort check (sort in ('CASE', 'STATEMENT', 'HEALTH', 'THERAPY', 'LAWYER')),
  constraint ck_case_note_kind check (case sort when 'STATEMENT' then kind is null else kind is not null and kind in ('FACT', 'OPINION') end),
  -- Each sort has its text in the column of its class and in no other.
  constraint ck_case_note_text check (
    (narrative_text is not null) = (sort in ('CASE', 'STATEMENT'))
    and (health_text is not null) = (sort = 'HEALTH')
    and (health_summary is null or sort = 'HEALTH')
    and (therapy_text is not null) = (sort = 'THERAPY')
    and (privileged_text is not null) = (sort = 'LAWYER')),
  constraint ck_case_note_reason check ((corrects is null) = (correction_reason is null)
    and (correction_reason is null or correction_reason in ('MISTAKE', 'INCOMPLETE', 'LEARNED_SINCE', 'PERSON_SAYS_OTHERWISE'))),
  constraint ck_case_note_about check (
    (about_note is null or sort in ('CASE', 'STATEMENT'))
    and (about_attribute is null or (sort = 'STATEMENT' and about_note is null))
    and about_note is distinct from id and corrects is distinct from id),
  constraint uq_case_note_place unique (id, case_id),
  constraint uq_case_note_author unique (id, case_id, sort, created_by),
  -- One correction each, so that a chain has one end; only its author corrects a note, and into a note of the same sort.
  constraint uq_case_note_correction unique (corrects),
  constraint fk_case_note_corrects foreign key (corrects, case_id, sort, created_by) references himaye.case_note (id, case_id, sort, created_by),
  constraint fk_case_note_about foreign key (about_note, case_id) references himaye.case_note (id, case_id)
);
create index ix_case_note_case on himaye.case_note (case_id, created_at desc, id desc);
create index ix_case_note_about on himaye.case_note (about_note) where about_note is not null;
comment on column himaye.case_note.corrects is 'The note that this one corrects; that one stays as it was written';
comment on column himaye.case_note.about_note is 'The note beside which this one stands: the person''s own words, or what a colleague saw otherwise';
comment on column himaye.case_note.about_attribute is 'table.attribute beside whose changes the person''s own words stand';
grant select, insert on himaye.case_note to himaye_app;
--rollback drop table himaye.case_note;

--changeset himaye:note-0001-rows
--comment A note follows its case. Those of the two sub-classes are met by their author, and by the lawyers who work on the case now, and by nobody else in the house.
alter table himaye.case_note enable row level security, force row level security;
create policy case_note_read on himaye.case_note for select to himaye_app using (
  exists (select 1 from himaye.case_file c where c.id = case_note.case_id) and not (select himaye.context_by_queue()));
create policy case_note_write on himaye.case_note for insert to himaye_app with check (
  created_by = (select himaye.context_account())
  and exists (select 1 from himaye.case_file c where c.id = case_note.case_id) and not (select himaye.context_by_queue()));
create policy case_note_sub_class on himaye.case_note as restrictive to himaye_app using (
  case sort
    when 'THERAPY' then created_by = (select himaye.context_account()) and (select himaye.context_role()) = 'PSYCHOLOGIST'
      and case_id = any ((select himaye.assigned_cases())::uuid[])
    when 'LAWYER' then (select himaye.context_role()) = 'LAWYER' and case_id = any ((select himaye.assigned_cases())::uuid[])
    else true
  end);
--rollback drop policy case_note_sub_class on himaye.case_note;
--rollback drop policy case_note_write on himaye.case_note;
--rollback drop policy case_note_read on himaye.case_note;

--changeset himaye:note-0001-erasure
--comment What is over is erased with its notes (docs/adr/0025).
create policy case_note_erasure on himaye.case_note to himaye_owner using ((select himaye.erasing()));
--rollback drop policy case_note_erasure on himaye.case_note;
