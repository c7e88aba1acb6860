-- Run by the superuser inside the new database himaye, which himaye_owner owns.
revoke all on database himaye from public;
grant connect, temporary on database himaye to himaye_migrator;
grant connect on database himaye to himaye_app, himaye_log_reader, himaye_log_sealer, himaye_keeper;
revoke all on schema public from public;
grant usage, create on schema public to himaye_owner;
