--liquibase formatted sql

--changeset himaye:search-0005-link
--comment That the same person has a case at two institutions: asked by one with her agreement, confirmed by the other with her agreement there or declined, each agreement for a time (domain.md 2.7, 3.4, BR-037). Which case of the other house is meant stands here only once it is confirmed; nothing is merged.
create table himaye.person_link (
  id uuid primary key,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  case_id uuid not null,
  institution_id uuid not null,
  asked_institution_id uuid not null,
  asked_case_id uuid,
  state text not null,
  given_by text not null,
  method text not null,
  language text not null,
  interpreter boolean not null,
  valid_to date not null,
  answered_by uuid,
  answered_at timestamptz,
  declined text,
  confirmed_given_by text,
  confirmed_method text,
  confirmed_language text,
  confirmed_interpreter boolean,
  confirmed_valid_to date,
  ended_by uuid,
  ended_at timestamptz,
  constraint fk_person_link_case foreign key (case_id) references himaye.case_file (id),
  constraint fk_person_link_asked_case foreign key (asked_case_id) references himaye.case_file (id),
  constraint fk_person_link_institution foreign key (institution_id) references himaye.institution (id),
  constraint fk_person_link_asked_institution foreign key (asked_institution_id) references himaye.institution (id),
  constraint fk_person_link_asker foreign key (created_by) references himaye.staff (sub),
  constraint fk_person_link_answerer foreign key (answered_by) references himaye.staff (sub),
  constraint fk_person_link_ender foreign key (ended_by) references himaye.staff (sub),
  constraint ck_person_link_houses check (institution_id <> asked_institution_id and case_id <> asked_case_id),
  constraint ck_person_link_other check (answered_by <> created_by),
  constraint ck_person_link_state check (state in ('ASKED', 'LINKED', 'DECLINED', 'ENDED')),
  constraint ck_person_link_given check (given_by in ('VICTIM', 'GUARDIAN', 'AUTHORITY', 'COURT')),
  constraint ck_person_link_answered check (
    (answered_by is null) = (answered_at is null)
    and num_nonnulls(asked_case_id, declined) = num_nonnulls(answered_at)
    and (state <> 'ASKED' or answered_at is null) and (state <> 'LINKED' or asked_case_id is not null)
    and (state <> 'DECLINED' or declined is not null)),
  constraint ck_person_link_confirmed check (
    num_nonnulls(asked_case_id, confirmed_given_by, confirmed_method, confirmed_language, confirmed_interpreter, confirmed_valid_to) in (0, 6)
    and (state <> 'LINKED' or confirmed_given_by is not null)),
  constraint ck_person_link_confirmed_given check (confirmed_given_by in ('VICTIM', 'GUARDIAN', 'AUTHORITY', 'COURT')),
  constraint ck_person_link_declined check (declined in ('NOT_THE_SAME', 'NOT_AGREED', 'UNSAFE')),
  constraint ck_person_link_ended check ((state = 'ENDED') = (ended_at is not null) and (ended_at is null) = (ended_by is null))
);
create unique index uq_person_link_open on himaye.person_link (case_id, asked_institution_id) where state <> 'ENDED';
create index ix_person_link_asked_case on himaye.person_link (asked_case_id) where asked_case_id is not null;
create index ix_person_link_asked on himaye.person_link (asked_institution_id) where state = 'ASKED';
grant select, insert on himaye.person_link to himaye_app;
grant update (version, updated_at, updated_by, asked_case_id, state, answered_by, answered_at, declined,
  confirmed_given_by, confirmed_method, confirmed_language, confirmed_interpreter, confirmed_valid_to, ended_by, ended_at) on himaye.person_link to himaye_app;
alter table himaye.person_link enable row level security, force row level security;
create policy person_link_functions on himaye.person_link for select to himaye_owner using (true);
--rollback drop table himaye.person_link;

--changeset himaye:search-0005-asked splitStatements:false
--comment What the caller's house is asked, with its own case that matches: nothing while either is restricted, nothing that the caller asked herself in another house, nothing after the last day of the agreement. Which case asks is for the event alone: its story tells who learned of it.
create function himaye.links_asked() returns table (link_id uuid, case_id uuid, asking_case uuid, asking_person uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.id, m.case_id, c.id, c.person_id from himaye.person_link l
    join himaye.case_file c on c.id = l.case_id cross join lateral himaye.matching_cases(c.id) m
   where l.state = 'ASKED' and l.valid_to >= (now() at time zone 'Asia/Baku')::date and l.asked_institution_id = himaye.context_institution() and m.institution_id = l.asked_institution_id
     and l.created_by <> himaye.context_account() and himaye.context_role() = 'SUPERVISOR'
$$;
revoke all on function himaye.links_asked() from public;
grant execute on function himaye.links_asked() to himaye_app;
--rollback drop function himaye.links_asked();

--changeset himaye:search-0005-of splitStatements:false
--comment What stands on a case, as the supervisor of its house may know it: of what was declined, as of what nobody answered, that it was asked; of a link to what is restricted or shut to her, of what was taken back or has run out nothing, not even that it was.
create function himaye.links_of(asked uuid) returns table (link_id uuid, house uuid, state text, begun_at timestamptz, last_day date)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.id, case when l.case_id = asked then l.asked_institution_id else l.institution_id end,
         case l.state when 'DECLINED' then 'ASKED' else l.state end,
         case when l.asked_case_id is null then l.created_at else l.answered_at end,
         case when l.case_id = asked then l.valid_to else l.confirmed_valid_to end
    from himaye.case_file c join himaye.person_link l on c.id in (l.case_id, l.asked_case_id)
   where c.id = asked and l.state <> 'ENDED' and least(l.valid_to, l.confirmed_valid_to) >= (now() at time zone 'Asia/Baku')::date
     and himaye.context_role() = 'SUPERVISOR' and c.institution_id = himaye.context_institution()
     and not himaye.is_restricted(c.id) and c.id <> all ((select himaye.shut_cases())::uuid[])
     and (l.asked_case_id is null
          or not himaye.is_restricted(l.case_id) and not himaye.is_restricted(l.asked_case_id)
             and l.case_id <> all ((select himaye.shut_cases())::uuid[]) and l.asked_case_id <> all ((select himaye.shut_cases())::uuid[]))
$$;
revoke all on function himaye.links_of(uuid) from public;
grant execute on function himaye.links_of(uuid) to himaye_app;
--rollback drop function himaye.links_of(uuid);

--changeset himaye:search-0005-rows
--comment For the supervisors of the two houses: of the one that asked with its case, of the other from the moment at which it is asked with its case that matches; who declined keeps the line.
create policy person_link_rows on himaye.person_link to himaye_app using (
  (select himaye.context_role()) = 'SUPERVISOR' and (
    institution_id = (select himaye.context_institution()) and exists (select 1 from himaye.case_file c where c.id = person_link.case_id)
    or asked_institution_id = (select himaye.context_institution()) and (
      exists (select 1 from himaye.case_file c where c.id = person_link.asked_case_id)
      or id in (select a.link_id from himaye.links_asked() a)
      or state = 'DECLINED' and answered_by = (select himaye.context_account()))));
create policy person_link_own on himaye.person_link as restrictive for insert to himaye_app with check (
  created_by = (select himaye.context_account()) and institution_id = (select himaye.context_institution()) and state = 'ASKED');
--rollback drop policy person_link_own on himaye.person_link;
--rollback drop policy person_link_rows on himaye.person_link;

--changeset himaye:search-0005-own-word splitStatements:false
--comment The house that is asked answers, and nobody for it.
create function himaye.own_answer() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.answered_by, new.confirmed_given_by, new.confirmed_valid_to) is distinct from (old.answered_by, old.confirmed_given_by, old.confirmed_valid_to)
     and (new.answered_by is distinct from himaye.context_account() or himaye.context_institution() is distinct from new.asked_institution_id) then
    raise exception 'nobody answers for another house' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger tr_person_link_own_answer before update on himaye.person_link for each row
  execute function himaye.own_answer();
--rollback drop trigger tr_person_link_own_answer on himaye.person_link;
--rollback drop function himaye.own_answer();
