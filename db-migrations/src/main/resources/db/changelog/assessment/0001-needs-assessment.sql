--liquibase formatted sql

--changeset himaye:assessment-0001-needs-assessment
--comment What the person needs (domain.md 2.5): one head, thirteen answers. One draft and one final assessment at most on a case.
create table himaye.needs_assessment (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  status text not null,
  own_view bytea,
  final_at timestamptz,
  review_due date,
  constraint fk_needs_assessment_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_needs_assessment_status check (status in ('DRAFT', 'FINAL', 'SUPERSEDED')),
  constraint ck_needs_assessment_final check ((status = 'DRAFT') = (final_at is null) and (final_at is null) = (review_due is null))
);
create unique index uq_needs_assessment_open on himaye.needs_assessment (case_id, status) where status in ('DRAFT', 'FINAL');
create index ix_needs_assessment_case on himaye.needs_assessment (case_id);

create table himaye.need_item (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  assessment_id uuid not null,
  case_id uuid not null,
  area text not null,
  need_level text,
  note bytea,
  constraint fk_need_item_assessment foreign key (assessment_id) references himaye.needs_assessment (id),
  constraint fk_need_item_case foreign key (case_id) references himaye.case_file (id),
  constraint uq_need_item_area unique (assessment_id, area),
  constraint ck_need_item_area check (area in ('LEGAL', 'EDUCATION', 'PSYCHOLOGICAL', 'MEDICAL', 'VOCATIONAL', 'EMPLOYMENT',
    'HOUSING', 'BASIC', 'DOCUMENTS', 'INTERPRETATION', 'FAMILY_CONTACT', 'CHILDCARE', 'FINANCIAL')),
  constraint ck_need_item_level check (need_level in ('NONE', 'SOME', 'URGENT', 'DECLINED'))
);
comment on column himaye.need_item.need_level is 'Null while the talk is not finished';

grant select, insert, update on himaye.needs_assessment, himaye.need_item to himaye_app;
--rollback drop table himaye.need_item, himaye.needs_assessment;
