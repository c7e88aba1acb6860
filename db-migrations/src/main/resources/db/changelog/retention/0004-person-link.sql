--liquibase formatted sql

--changeset himaye:retention-0004-person-link
--comment A link goes with either of its two cases.
create policy person_link_erasure on himaye.person_link to himaye_owner using ((select himaye.erasing()));
--rollback drop policy person_link_erasure on himaye.person_link;
