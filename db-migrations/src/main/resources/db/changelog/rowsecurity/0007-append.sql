--liquibase formatted sql

--changeset himaye:rowsecurity-0007-append
--comment The log is written by functions of the owner alone (accesslog-0013-append).
drop policy access_event_write on himaye.access_event;
drop policy access_event_case_write on himaye.access_event_case;
create policy access_event_case_append on himaye.access_event_case for insert to himaye_owner with check (true);
--rollback drop policy access_event_case_append on himaye.access_event_case;
--rollback create policy access_event_write on himaye.access_event for insert to himaye_app with check (true);
--rollback create policy access_event_case_write on himaye.access_event_case for insert to himaye_app with check (true);
