--liquibase formatted sql

--changeset himaye:plan-0002-only-drafts-change splitStatements:false
--comment BR-052, kept by the database too: what a version says changes only while it is a draft. States, ratings and dates of rating go on.
create function himaye.plan_only_drafts_change() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  changed boolean := true;
begin
  if tg_op = 'UPDATE' and tg_table_name = 'plan_component' then
    changed := (new.decision, new.decided_on, new.reason) is distinct from (old.decision, old.decided_on, old.reason);
  elsif tg_op = 'UPDATE' and tg_table_name = 'plan_goal' then
    changed := (new.component, new.position, new.aim, new.indicator, new.target_date, new.removed_at)
      is distinct from (old.component, old.position, old.aim, old.indicator, old.target_date, old.removed_at);
  elsif tg_op = 'UPDATE' then
    changed := (new.goal_id, new.position, new.what, new.responsible, new.responsible_name, new.due, new.removed_at)
      is distinct from (old.goal_id, old.position, old.what, old.responsible, old.responsible_name, old.due, old.removed_at);
  end if;
  if changed and not exists (select 1 from himaye.rehabilitation_plan p where p.id = new.plan_id and p.status in ('DRAFT', 'SUBMITTED')) then
    raise exception using errcode = 'check_violation', constraint = 'ck_plan_immutable',
      message = 'violates check constraint "ck_plan_immutable"';
  end if;
  return new;
end
$$;
--rollback drop function himaye.plan_only_drafts_change() cascade;

--changeset himaye:plan-0002-triggers
--comment SUBMITTED is allowed, because the last save and the submission are one transaction and Hibernate orders them freely.
create trigger plan_component_immutable before insert or update on himaye.plan_component
  for each row execute function himaye.plan_only_drafts_change();
create trigger plan_goal_immutable before insert or update on himaye.plan_goal
  for each row execute function himaye.plan_only_drafts_change();
create trigger plan_action_immutable before insert or update on himaye.plan_action
  for each row execute function himaye.plan_only_drafts_change();
--rollback drop trigger plan_component_immutable on himaye.plan_component;
--rollback drop trigger plan_goal_immutable on himaye.plan_goal;
--rollback drop trigger plan_action_immutable on himaye.plan_action;
