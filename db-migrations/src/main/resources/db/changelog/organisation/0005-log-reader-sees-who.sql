--liquibase formatted sql

--changeset himaye:organisation-0005-log-reader-sees-who
--comment The auditor's desk names the colleague and the institution of an access; nothing else of theirs.
grant select (sub, display_name, role, institution) on himaye.staff to himaye_log_reader;
grant select (id, kind, name_az, name_en, name_ru) on himaye.institution to himaye_log_reader;
--rollback revoke select (sub, display_name, role, institution) on himaye.staff from himaye_log_reader;
--rollback revoke select (id, kind, name_az, name_en, name_ru) on himaye.institution from himaye_log_reader;
