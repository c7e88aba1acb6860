--liquibase formatted sql

--changeset himaye:organisation-0010-review-due-is-a-query
--comment When a review is due is asked by a query: a backup describes tables and would refuse a view.
drop view himaye.rights_review_due;
--rollback empty
