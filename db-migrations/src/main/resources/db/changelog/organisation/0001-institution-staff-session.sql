--liquibase formatted sql

--changeset himaye:organisation-0001-institution
--comment Who takes part (domain.md 3.3.1). The address of a shelter is not here: it is CONTACT_LOCATION and will be sealed.
create table himaye.institution (
  id uuid primary key,
  kind text not null constraint ck_institution_kind check (kind in ('SHELTER', 'ASSISTANCE_CENTRE', 'POLICE_UNIT',
    'SPECIAL_POLICE_UNIT', 'NGO', 'EMBASSY', 'HOSPITAL', 'SCHOOL', 'EMPLOYMENT_AGENCY', 'COURT', 'PROSECUTOR', 'MIGRATION',
    'GUARDIANSHIP_BODY', 'INTL_ORG', 'RELIGIOUS', 'HOTLINE', 'OTHER')),
  name_az text not null,
  name_en text not null,
  name_ru text not null,
  mandate text[] not null default '{}',
  phone text,
  active boolean not null default true
);
comment on column himaye.institution.mandate is 'Functions it may be asked for, as codes';
comment on column himaye.institution.phone is 'Public duty phone, shown on receipts';
grant select on himaye.institution to himaye_app;
--rollback drop table himaye.institution;

--changeset himaye:organisation-0001-staff
--comment The employer's word on who works where and as what. A role at the identity provider alone opens nothing.
create table himaye.staff (
  sub uuid primary key,
  display_name text not null constraint ck_staff_display_name check (length(display_name) between 1 and 80),
  role text not null constraint ck_staff_role check (role <> 'SYSTEM'),
  institution uuid not null constraint fk_staff_institution references himaye.institution,
  on_duty boolean not null default false,
  active boolean not null default true
);
create index ix_staff_institution on himaye.staff (institution);
comment on column himaye.staff.sub is 'Subject at the identity provider; never changes';
comment on column himaye.staff.on_duty is 'May acknowledge what reaches the institution just now';
grant select on himaye.staff to himaye_app;
--rollback drop table himaye.staff;

--changeset himaye:organisation-0001-signin-session
--comment One row a signed-in browser, and the only truth about it: ending a session is a change of this row.
create table himaye.signin_session (
  id uuid primary key,
  sub uuid not null constraint fk_signin_session_staff references himaye.staff,
  keycloak_sid text,
  role text not null,
  permissions text[] not null,
  client text not null,
  renewal bytea,
  created timestamptz not null default now(),
  last_used timestamptz not null default now(),
  ended_at timestamptz,
  end_reason text constraint ck_signin_session_end_reason check (end_reason in ('SIGN_OUT', 'QUICK_EXIT', 'REPLACED')),
  constraint ck_signin_session_end check ((ended_at is null) = (end_reason is null))
);
create index ix_signin_session_sub on himaye.signin_session (sub) where ended_at is null;
create index ix_signin_session_keycloak_sid on himaye.signin_session (keycloak_sid) where ended_at is null;
comment on column himaye.signin_session.renewal is 'Refresh token of the identity provider, encrypted under a key made from the client''s; needed to end the session there';
grant select, insert on himaye.signin_session to himaye_app;
grant update (last_used, ended_at, end_reason, renewal) on himaye.signin_session to himaye_app;
--rollback drop table himaye.signin_session;
