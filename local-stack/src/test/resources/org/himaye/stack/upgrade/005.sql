-- A log as it was signed before what was signed last stood outside of the database.
insert into himaye.access_event (id, actor, role, act, action, entity, entity_id, fields, classes, outcome, row_count, grant_id, happened_at, query_hash)
values ('10000000-0000-0000-0000-000000000006', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'CASEWORKER', 'case.read', 'VIEW', 'person',
  '10000000-0000-0000-0000-000000000001', '{person.family_name}', '{ID}', 'ALLOWED', 1,
  '10000000-0000-0000-0000-000000000010', '2026-01-02T03:04:04Z', '0123456789abcdef');
insert into himaye.log_leaf (leaf_index, event_seq, event_at, part, hash) values (0, 1, '2026-01-02T03:04:05Z', 0, sha256('one'));
insert into himaye.log_node (level, node_index, hash) values (1, 0, sha256('two'));
insert into himaye.log_checkpoint (size, at, renewed_at, note, cosigned)
values (1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:15Z', 'note', 'cosigned');
update himaye.log_position set size = 1, sealed_seq = 1, mark_seq = 1, mark_xid = '7', cluster = 8, log_key = 'key';
