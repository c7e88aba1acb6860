--liquibase formatted sql

--changeset himaye:organisation-0009-rights-review
--comment Every 90 days the supervisor says of each colleague of the institution whether the access is still needed, and signs. Nobody decides on the own line.
create table himaye.rights_review (
  id uuid primary key,
  institution uuid not null constraint fk_rights_review_institution references himaye.institution,
  signed_by uuid not null constraint fk_rights_review_staff references himaye.staff,
  signed_at timestamptz not null,
  constraint uq_rights_review_signer unique (id, signed_by)
);
create index ix_rights_review_institution on himaye.rights_review (institution, signed_at desc);
create table himaye.rights_review_line (
  review uuid not null,
  signed_by uuid not null,
  sub uuid not null constraint fk_rights_review_line_staff references himaye.staff,
  role text not null,
  decision text not null constraint ck_rights_review_line_decision check (decision in ('KEEP', 'LEFT', 'NOT_NEEDED', 'SUSPICION')),
  primary key (review, sub),
  constraint fk_rights_review_line_review foreign key (review, signed_by) references himaye.rights_review (id, signed_by),
  constraint ck_rights_review_line_not_own check (sub <> signed_by)
);
grant select, insert on himaye.rights_review, himaye.rights_review_line to himaye_app;
create view himaye.rights_review_due with (security_invoker = true) as
  select i.id as institution,
         coalesce((select max(r.signed_at) from himaye.rights_review r where r.institution = i.id),
                  (select min(x.created) from himaye.signin_session x join himaye.staff f on f.sub = x.sub where f.institution = i.id))
           + interval '90 days' as due_at
    from himaye.institution i
   where i.active and exists (select 1 from himaye.staff f where f.institution = i.id and f.active);
comment on view himaye.rights_review_due is 'Ninety days after the last review, before the first one after the first sign-in of the house';
grant select on himaye.rights_review_due to himaye_app;
--rollback drop view himaye.rights_review_due;
--rollback drop table himaye.rights_review_line, himaye.rights_review;
