--liquibase formatted sql

--changeset himaye:search-0006-index-first
--comment As search-0001-entry. The job that reads every entry is asked for first: it meets no case, and looked for one of each person before its own rule said yes, which was most of the time in which the index of a million is built.
alter policy search_entry_rows on himaye.search_entry using (
  (select himaye.context_job()) is distinct from 'INDEX'
  and exists (select 1 from himaye.person p where p.id = search_entry.id) and not (select himaye.context_by_queue()));
--rollback alter policy search_entry_rows on himaye.search_entry using (exists (select 1 from himaye.person p where p.id = search_entry.id) and not (select himaye.context_by_queue()));
