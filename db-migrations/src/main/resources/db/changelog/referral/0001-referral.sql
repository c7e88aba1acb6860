--liquibase formatted sql

--changeset himaye:referral-0001-referral
--comment A person told to an institution (domain.md 2.2): the minimum set, its state, and every step of it.
create table himaye.referral (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  number text not null,
  sender_sub uuid not null,
  sender_institution uuid not null,
  receiver_institution uuid not null,
  status text not null,
  urgency text not null,
  sent_at timestamptz,
  acknowledge_due_at timestamptz,
  decide_due_at timestamptz,
  acknowledged_at timestamptz,
  decided_at timestamptz,
  reason text,
  alternative_institution uuid,
  alternative_agreed boolean,
  missing_items text,
  case_id uuid,
  duty_phone bytea not null,
  safe_contact bytea not null,
  age_group text not null,
  sex text not null,
  language text not null,
  immediate_danger boolean not null,
  urgent_medical bytea not null,
  indicators text not null,
  indicators_reason bytea,
  purposes text not null,
  consent text not null,
  consent_ground text,
  person_name bytea,
  documents bytea,
  constraint uq_referral_number unique (number),
  constraint uq_referral_case unique (case_id),
  constraint fk_referral_sender foreign key (sender_sub) references himaye.staff (sub),
  constraint fk_referral_sender_institution foreign key (sender_institution) references himaye.institution (id),
  constraint fk_referral_receiver foreign key (receiver_institution) references himaye.institution (id),
  constraint fk_referral_alternative foreign key (alternative_institution) references himaye.institution (id),
  constraint fk_referral_case foreign key (case_id) references himaye.case_file (id),
  constraint ck_referral_number check (number ~ '^R-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]$'),
  constraint ck_referral_status check (status in ('DRAFT', 'SENT', 'ACKNOWLEDGED', 'ACCEPTED', 'DECLINED', 'RETURNED',
    'WITHDRAWN', 'COMPLETED', 'ENDED_EARLY', 'EXPIRED')),
  constraint ck_referral_urgency check (urgency in ('NORMAL', 'HIGH', 'IMMEDIATE')),
  constraint ck_referral_sent check (status = 'DRAFT' or (sent_at is not null and acknowledge_due_at is not null and decide_due_at is not null)),
  constraint ck_referral_case check ((case_id is not null) = (status in ('ACCEPTED', 'COMPLETED', 'ENDED_EARLY'))),
  constraint ck_referral_decided check (decided_at is not null or status in ('DRAFT', 'SENT', 'ACKNOWLEDGED', 'RETURNED', 'EXPIRED')),
  constraint ck_referral_reason check ((reason is not null) = (status in ('DECLINED', 'WITHDRAWN'))),
  constraint ck_referral_alternative check (status <> 'DECLINED' or alternative_institution is not null
    or reason in ('PERSON_REFUSED', 'DUPLICATE')),
  constraint ck_referral_alternative_agreed check (status <> 'DECLINED' or urgency <> 'IMMEDIATE' or reason <> 'NO_CAPACITY'
    or alternative_agreed is true),
  constraint ck_referral_missing check ((coalesce(missing_items, '') <> '') = (status = 'RETURNED') or status = 'WITHDRAWN'),
  constraint ck_referral_indicators check (indicators ~ '^((IND0[1-9]|IND1[01])( (IND0[1-9]|IND1[01]))*)?$'
    and (indicators <> '' or indicators_reason is not null)),
  constraint ck_referral_consent check (consent = 'YES' or (consent in ('NO', 'NOT_POSSIBLE') and
    (consent_ground = 'EMERGENCY' or (consent_ground is not null and age_group <> 'ADULT')))),
  constraint ck_referral_age_group check (age_group in ('ADULT', 'CHILD', 'UNCERTAIN'))
);
create index ix_referral_sender on himaye.referral (sender_sub, sent_at desc, id desc);
create index ix_referral_waiting on himaye.referral (receiver_institution, status) where status in ('SENT', 'ACKNOWLEDGED', 'RETURNED');
create index ix_referral_decided on himaye.referral (receiver_institution, decided_at desc, id desc) where decided_at is not null;
comment on column himaye.referral.indicators is 'Codes IND01 to IND11, separated by a space';

create table himaye.referral_step (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  referral_id uuid not null,
  from_status text not null,
  to_status text not null,
  reason text,
  constraint fk_referral_step_referral foreign key (referral_id) references himaye.referral (id)
);
create index ix_referral_step_referral on himaye.referral_step (referral_id, created_at);

grant select, insert, update on himaye.referral to himaye_app;
grant select, insert on himaye.referral_step to himaye_app;
-- The auditor sees numbers of receipts, never what was told.
grant select (id, number, case_id) on himaye.referral to himaye_log_reader;
--rollback drop table himaye.referral_step, himaye.referral;

--changeset himaye:referral-0001-case-of-referral
alter table himaye.case_file add constraint fk_case_file_referral foreign key (referral_id) references himaye.referral (id);
--rollback alter table himaye.case_file drop constraint fk_case_file_referral;
