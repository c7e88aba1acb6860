-- Rows as the application of this release wrote them, one at least of each kind that must outlive an upgrade. Bytes stand for sealed values.
insert into himaye.person (id, version, created_at, created_by, updated_at, updated_by, pseudonym, family_name, document_number, age_basis, age_band, sex, languages)
values ('10000000-0000-0000-0000-000000000001', 3, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-03T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'Lalə-7', '\x0102ff', '\x0304', 'STATED', 'ADULT', 'F', 'az ru');
insert into himaye.contact_point (id, version, created_at, created_by, updated_at, updated_by, person_id, kind, contact_value, code_word, valid_to)
values ('10000000-0000-0000-0000-000000000002', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000001', 'PHONE', '\x0203', '\x0607', '2026-12-31');
insert into himaye.case_file (id, version, created_at, created_by, updated_at, updated_by, case_number, person_id, institution_id, status, urgency,
  anonymous_mode, opened_at)
values ('10000000-0000-0000-0000-000000000003', 1, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'V-AAAAAA-A', '10000000-0000-0000-0000-000000000001', 'a2caddf5-8fea-3b52-9087-65013452540c', 'ACTIVE',
  'ROUTINE', false, '2026-01-02T03:04:05Z');
insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub, function, assigned_from)
values ('10000000-0000-0000-0000-000000000004', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000003', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'PRIMARY',
  '2026-01-02T03:04:05Z');
insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped, made_in)
values ('10000000-0000-0000-0000-000000000005', 'PERSON', '10000000-0000-0000-0000-000000000001', 1, '\x0a0b', '1000');
insert into himaye.access_event (id, actor, role, act, action, entity, entity_id, fields, classes, outcome, row_count, grant_id, happened_at, query_hash, policy)
values ('10000000-0000-0000-0000-000000000006', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'CASEWORKER', 'case.read', 'VIEW', 'person',
  '10000000-0000-0000-0000-000000000001', '{person.family_name}', '{ID}', 'ALLOWED', 1,
  '10000000-0000-0000-0000-000000000010', '2026-01-02T03:04:04Z', '0123456789abcdef', 'fedcba9876543210');
insert into himaye.access_event_case (event_id, case_id, person_id)
values ('10000000-0000-0000-0000-000000000006', '10000000-0000-0000-0000-000000000003', '10000000-0000-0000-0000-000000000001');
insert into himaye.signin_session (id, sub, role, permissions, client, verified_at, second_factor_at)
values ('10000000-0000-0000-0000-000000000007', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'CASEWORKER', '{CASE_READ}', 'desktop',
  '2026-01-02T03:14:05Z', '2026-01-02T03:10:05Z');
insert into himaye.draft (id, version, created_at, created_by, updated_at, updated_by, page, record, form, case_id, classes, opening, fields)
values ('10000000-0000-0000-0000-000000000008', 2, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:14:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'intake/safety', 'number=V-AAAAAA-A', 'cw', '10000000-0000-0000-0000-000000000003', 'ID CL NA',
  '10000000-0000-0000-0000-000000000009', '\x0405');
insert into himaye.break_glass_grant (id, version, created_at, created_by, updated_at, updated_by, case_id, institution_id, session_ref, reason, classes,
  reason_text, ends_at, ended_at, review_due_at, verdict, reviewed_by, reviewed_at, review_note)
select '10000000-0000-0000-0000-000000000010', 1, '2026-01-02T03:04:05Z', a.sub, '2026-01-03T03:04:05Z', b.sub, '10000000-0000-0000-0000-000000000003',
  a.institution, 'abc', 'MISSING_CHILD', 'ID CL', '\x0809', '2026-01-02T04:04:05Z', '2026-01-02T03:44:05Z', '2026-01-07T14:00:00Z', 'JUSTIFIED', b.sub,
  '2026-01-03T03:04:05Z', '\x0a0b'
  from himaye.staff a join himaye.staff b on b.institution = a.institution where a.account = 'caseworker2' and b.account = 'supervisor1';
insert into himaye.account_act (id, sub, kind, reason, by_sub, at, seen_at)
select '10000000-0000-0000-0000-000000000011', a.sub, 'SECOND_FACTOR', 'LOST', b.sub, '2026-01-02T03:04:05Z', '2026-01-02T05:04:05Z'
  from himaye.staff a, himaye.staff b where a.account = 'caseworker2' and b.account = 'admin1';
insert into himaye.rights_review (id, institution, signed_by, signed_at)
select '10000000-0000-0000-0000-000000000012', institution, sub, '2026-01-02T03:04:05Z' from himaye.staff where account = 'supervisor1';
insert into himaye.rights_review_line (review, signed_by, sub, role, decision)
select '10000000-0000-0000-0000-000000000012', b.sub, a.sub, a.role, 'KEEP'
  from himaye.staff a, himaye.staff b where a.account = 'caseworker2' and b.account = 'supervisor1';
insert into himaye.provider_event (id, happened_at, act)
values ('10000000-0000-0000-0000-000000000013', '2026-01-02T03:04:05Z', 'provider.signin'),
  ('10000000-0000-0000-0000-000000000037', '2026-01-02T03:04:06Z', 'provider.administration');
update himaye.staff set version = 2, active = false, ended_at = '2026-01-04T03:04:05Z', end_reason = 'LEFT', provider_due = '2026-01-04T03:04:05Z'
 where account = 'partner1';
insert into himaye.value_change (id, version, created_at, created_by, updated_at, updated_by, owner_kind, owner_id, of_table, of_row, of_attribute, old_value,
  new_value)
values ('10000000-0000-0000-0000-000000000014', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'PERSON',
  '10000000-0000-0000-0000-000000000001', 'person', '10000000-0000-0000-0000-000000000001', 'familyName', '\x0b0c', '\x0d0e');
insert into himaye.search_entry (id, version, created_at, created_by, updated_at, updated_by, names)
values ('10000000-0000-0000-0000-000000000001', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '\x0f10');
insert into himaye.blind_value (id, version, created_at, created_by, updated_at, updated_by, person_id, source_id, use_of, hashed)
values ('10000000-0000-0000-0000-000000000015', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000001',
  '10000000-0000-0000-0000-000000000001', 'DOCUMENT', '0123456789abcdef');
insert into himaye.case_note (id, version, created_at, created_by, updated_at, updated_by, case_id, sort, kind, narrative_text)
values ('10000000-0000-0000-0000-000000000016', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000003', 'CASE', 'FACT', '\x1112');
insert into himaye.case_note (id, version, created_at, created_by, updated_at, updated_by, case_id, sort, kind, narrative_text, corrects, correction_reason)
values ('10000000-0000-0000-0000-000000000017', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000003', 'CASE', 'FACT', '\x1314',
  '10000000-0000-0000-0000-000000000016', 'MISTAKE');
insert into himaye.case_restriction (id, version, created_at, created_by, updated_at, updated_by, case_id, case_number, institution_id, kind, reason,
  order_number, order_date, ends_on, persons, in_force_at, confirmed_by)
select '10000000-0000-0000-0000-000000000018', 1, '2026-01-02T03:04:05Z', a.sub, '2026-01-03T03:04:05Z', b.sub, '10000000-0000-0000-0000-000000000003',
  'V-AAAAAA-A', 'a2caddf5-8fea-3b52-9087-65013452540c', 'SUSPENDED', 'COURT', '17/2026', '2026-01-02', '2027-01-02', array[a.sub],
  '2026-01-03T03:04:05Z', b.sub
  from himaye.staff a, himaye.staff b where a.account = 'supervisor1' and b.account = 'privacy1';
insert into himaye.legal_hold (id, version, created_at, created_by, updated_at, updated_by, case_id, case_number, institution_id, reason, reference)
select '10000000-0000-0000-0000-000000000019', 0, '2026-01-02T03:04:05Z', a.sub, '2026-01-02T03:04:05Z', a.sub, '10000000-0000-0000-0000-000000000003',
  'V-AAAAAA-A', 'a2caddf5-8fea-3b52-9087-65013452540c', 'COURT', '18/2026'
  from himaye.staff a where a.account = 'privacy1';
insert into himaye.case_file (id, version, created_at, created_by, updated_at, updated_by, case_number, institution_id, status, urgency, anonymous_mode,
  opened_at, erased_at, erased_rule)
values ('10000000-0000-0000-0000-000000000020', 2, '2016-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'V-BBBBBB-B', 'a2caddf5-8fea-3b52-9087-65013452540c', 'CLOSED', 'ROUTINE', false,
  '2016-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'ASKED');
-- As it stood afterwards: nobody gives both words at once.
set session_replication_role = replica;
insert into himaye.erasure (id, version, created_at, created_by, updated_at, updated_by, subject, subject_id, number, institution_id, rule, reason, due_on,
  privacy_by, privacy_at, supervisor_by, supervisor_at, executed_at)
select '10000000-0000-0000-0000-000000000021', 2, '2026-01-01T03:04:05Z', a.sub, '2026-01-02T03:04:05Z', b.sub, 'CASE',
  '10000000-0000-0000-0000-000000000020', 'V-BBBBBB-B', 'a2caddf5-8fea-3b52-9087-65013452540c', 'ASKED', 'PERSON_ASKED', '2026-01-01', a.sub,
  '2026-01-01T03:04:05Z', b.sub, '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'
  from himaye.staff a, himaye.staff b where a.account = 'privacy1' and b.account = 'supervisor1';
reset session_replication_role;
insert into himaye.erased_count (opened_quarter, sex_group, cases) values ('2016-01-01', 'FEMALE', 1);
insert into himaye.log_leaf (leaf_index, event_seq, event_at, part, hash) values (0, 1, '2026-01-02T03:04:05Z', 0, sha256('one'));
insert into himaye.log_node (level, node_index, hash) values (1, 0, sha256('two'));
insert into himaye.log_checkpoint (size, at, renewed_at, note, cosigned)
values (1, '2026-01-02T03:04:05Z', '2026-01-02T03:04:15Z', 'note', 'cosigned');
update himaye.log_position set size = 1, sealed_seq = 1, mark_seq = 1, mark_xid = '7', cluster = 8, log_key = 'key';
insert into himaye.case_document (id, version, created_at, created_by, updated_at, updated_by, case_id, kind, data_class, content_type, content_size,
  virus_state, health_title, content_key)
values ('10000000-0000-0000-0000-000000000022', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000003', 'MEDICAL', 'HEALTH', 'PDF', 3, 'NOT_CHECKED', '\x1516', '\x1718');
insert into himaye.case_document (id, version, created_at, created_by, updated_at, updated_by, case_id, kind, data_class, content_type, content_size,
  virus_state, health_title, content_key, redacts, withdrawn_at, withdrawn_by, withdrawal_reason)
values ('10000000-0000-0000-0000-000000000023', 1, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000003', 'MEDICAL', 'HEALTH', 'PNG', 3, 'CLEAN', '\x191a', '\x1b1c',
  '10000000-0000-0000-0000-000000000022', '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'UNREADABLE');
insert into himaye.document_chunk (id, document_id, place, content)
values ('10000000-0000-0000-0000-000000000024', '10000000-0000-0000-0000-000000000022', 0, '\x1d1e1f');
insert into himaye.disclosure (id, version, created_at, created_by, updated_at, updated_by, reference, case_id, case_number, institution_id, state,
  receiver, organisation, receiver_person, document_number, document_date, purpose, basis, wanted, wanted_fields, checked_by, checked_at, ground,
  decided_by, decided_at, fields, expires_on, informing, informing_reason, sent_by, sent_at, channel)
select '10000000-0000-0000-0000-000000000025', 5, '2026-01-02T03:04:05Z', a.sub, '2026-01-03T03:04:05Z', b.sub, 'D-AAAAAA-A',
  '10000000-0000-0000-0000-000000000003', 'V-AAAAAA-A', 'a2caddf5-8fea-3b52-9087-65013452540c', 'SENT', 'COURT', 'Court', '\x2021', '17/2026',
  '2026-01-02', 'COURT_PROCEEDINGS', 'COURT_DECISION', '\x2223', 'case_file.opened_at', a.sub, '2026-01-02T03:04:05Z', 'COURT_DECISION', b.sub,
  '2026-01-03T03:04:05Z', 'case_file.opened_at', '2026-02-02', 'AFTER', 'DANGER', b.sub, '2026-01-03T03:04:05Z', 'IN_PERSON'
  from himaye.staff a, himaye.staff b where a.account = 'caseworker2' and b.account = 'supervisor1';
insert into himaye.disclosure_copy (id, version, created_at, created_by, updated_at, updated_by, disclosure_id, case_id, kind, sha256)
select '10000000-0000-0000-0000-000000000026', 0, '2026-01-03T03:04:05Z', sub, '2026-01-03T03:04:05Z', sub, '10000000-0000-0000-0000-000000000025',
  '10000000-0000-0000-0000-000000000003', 'PDF', repeat('0a', 32)
  from himaye.staff where account = 'supervisor1';
insert into himaye.consent (id, version, created_at, created_by, updated_at, updated_by, case_id, scope, status, given_by, method, language, interpreter,
  text_version, given_at, valid_to)
values ('10000000-0000-0000-0000-000000000027', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000003', 'DISCLOSURE', 'GIVEN', 'VICTIM', 'WRITTEN', 'az', false, '1',
  '2026-01-02T03:04:05Z', '2026-12-31');
insert into himaye.disclosure_consent (id, version, created_at, created_by, updated_at, updated_by, case_id, disclosure_id, receiver, organisation, purpose, classes)
values ('10000000-0000-0000-0000-000000000027', 0, '2026-01-02T03:04:05Z', '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '2026-01-02T03:04:05Z',
  '66f9a2f1-3005-3f01-8a3f-4c64f013891d', '10000000-0000-0000-0000-000000000003', '10000000-0000-0000-0000-000000000025', 'COURT', 'Court',
  'COURT_PROCEEDINGS', 'LEGAL_INVESTIGATION');
insert into himaye.disclosure (id, version, created_at, created_by, updated_at, updated_by, reference, case_id, case_number, institution_id, state,
  receiver, organisation, receiver_person, document_number, document_date, purpose, basis, wanted, wanted_fields, guardian_conflict, documents)
select '10000000-0000-0000-0000-000000000028', 0, '2026-01-02T03:04:05Z', sub, '2026-01-02T03:04:05Z', sub, 'D-BBBBBB-B',
  '10000000-0000-0000-0000-000000000003', 'V-AAAAAA-A', 'a2caddf5-8fea-3b52-9087-65013452540c', 'REQUESTED',
  'COURT', 'Court', '\x2021', '18/2026', '2026-01-02', 'COURT_PROCEEDINGS', 'COURT_DECISION', '\x2223', 'case_file.opened_at', true,
  '10000000-0000-0000-0000-000000000023'
  from himaye.staff where account = 'supervisor1';
insert into himaye.disclosure_copy (id, version, created_at, created_by, updated_at, updated_by, disclosure_id, case_id, kind, sha256, document_id,
  document_kind)
select '10000000-0000-0000-0000-000000000029', 0, '2026-01-03T03:04:05Z', sub, '2026-01-03T03:04:05Z', sub, '10000000-0000-0000-0000-000000000025',
  '10000000-0000-0000-0000-000000000003', 'PAPER', repeat('0b', 32), '10000000-0000-0000-0000-000000000023', 'MEDICAL'
  from himaye.staff where account = 'supervisor1';
insert into himaye.person_link (id, version, created_at, created_by, updated_at, updated_by, case_id, institution_id, asked_institution_id,
  state, given_by, method, language, interpreter, valid_to, answered_by, answered_at, declined)
select '10000000-0000-0000-0000-000000000031', 1, '2026-01-03T03:04:05Z', a.sub, '2026-01-04T03:04:05Z', b.sub, '10000000-0000-0000-0000-000000000003',
  a.institution, b.institution, 'DECLINED', 'VICTIM', 'WRITTEN', 'az', false, '2027-01-03', b.sub, '2026-01-04T03:04:05Z', 'NOT_AGREED'
  from himaye.staff a, himaye.staff b where a.account = 'supervisor1' and b.account = 'supervisor2';
insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped, made_in)
values ('10000000-0000-0000-0000-000000000032', 'FINDING', '10000000-0000-0000-0000-000000000033', 1, '\x0c0d', '1001');
insert into himaye.audit_finding (id, version, created_at, created_by, updated_at, updated_by, reference, case_id, case_number, colleague, institution_id,
  events, first_at, last_at, answer_due_at, question)
select '10000000-0000-0000-0000-000000000033', 0, '2026-01-03T03:04:05Z', a.sub, '2026-01-03T03:04:05Z', a.sub, 'F-AAAAAA-A',
  '10000000-0000-0000-0000-000000000003', 'V-AAAAAA-A', b.sub, b.institution, '1', '2026-01-02T03:04:04Z', '2026-01-02T03:04:04Z',
  '2026-01-10T03:04:05Z', '\x2425'
  from himaye.staff a, himaye.staff b where a.account = 'auditor1' and b.account = 'caseworker2';
insert into himaye.audit_finding_step (id, version, created_at, created_by, updated_at, updated_by, finding_id, case_id, kind, words)
select '10000000-0000-0000-0000-000000000034', 0, '2026-01-04T03:04:05Z', sub, '2026-01-04T03:04:05Z', sub, '10000000-0000-0000-0000-000000000033',
  '10000000-0000-0000-0000-000000000003', 'ANSWER', '\x2627'
  from himaye.staff where account = 'supervisor1';
-- The database itself demands a job's context for both.
set session_replication_role = replica;
insert into himaye.unusual_access (id, version, created_at, created_by, updated_at, updated_by, rule, account, day, case_id, case_number, events, first_at,
  last_at, accesses, verdict, finding_id)
select '10000000-0000-0000-0000-000000000035', 1, '2026-01-03T03:04:05Z', a.sub, '2026-01-03T03:05:05Z', a.sub, 'PRIVATE_TIE', b.sub, '2026-01-02',
  '10000000-0000-0000-0000-000000000003', 'V-AAAAAA-A', '1', '2026-01-02T03:04:04Z', '2026-01-02T03:04:04Z', 1, 'ASKED',
  '10000000-0000-0000-0000-000000000033'
  from himaye.staff a, himaye.staff b where a.account = 'auditor1' and b.account = 'caseworker3';
insert into himaye.unusual_day (day, looked_at, found) values ('2026-01-02', '2026-01-03T03:04:05Z', 1);
reset session_replication_role;
insert into himaye.subject_request (id, version, created_at, created_by, updated_at, updated_by, case_id, kind, state, received_on, received_how,
  answer_form, answer_language, interpreter, words, due_on, verified_by, verified_at, proof, prepared_by, prepared_at, outcome, grounds, hidden_names,
  decided_by, decided_at, delivered_by, delivered_at, delivered_form, delivered_language, delivered_interpreter)
select '10000000-0000-0000-0000-000000000036', 4, '2026-01-02T03:04:05Z', a.sub, '2026-01-05T03:04:05Z', a.sub, '10000000-0000-0000-0000-000000000003',
  'ACCESS', 'PARTLY_REFUSED', '2026-01-02', 'IN_PERSON', 'ON_PAPER', 'az', false, '\x2829', '2026-02-01', a.sub, '2026-01-02T04:04:05Z', 'KNOWN_TO_WORKER',
  a.sub, '2026-01-03T03:04:05Z', 'NARROWED', 'OTHER_PERSONS', '\x2a2b', b.sub, '2026-01-04T03:04:05Z', a.sub, '2026-01-05T03:04:05Z', 'ON_PAPER', 'az', false
  from himaye.staff a, himaye.staff b where a.account = 'caseworker2' and b.account = 'supervisor1';
insert into himaye.break_glass_grant (id, version, created_at, created_by, updated_at, updated_by, case_id, institution_id, session_ref, reason, classes,
  reason_text, ends_at, review_due_at, verdict, reviewed_by, reviewed_at, review_note)
select '10000000-0000-0000-0000-000000000038', 1, '2026-01-05T03:04:05Z', a.sub, '2026-01-06T03:04:05Z', b.sub, '10000000-0000-0000-0000-000000000020',
  a.institution, 'abd', 'MISSING_CHILD', 'ID CL', '\x2c2d', '2026-01-05T04:04:05Z', '2026-01-09T14:00:00Z', 'NOT_JUSTIFIED', b.sub,
  '2026-01-06T03:04:05Z', '\x2e2f'
  from himaye.staff a join himaye.staff b on b.institution = a.institution where a.account = 'caseworker2' and b.account = 'supervisor1';
insert into himaye.audit_finding (id, version, created_at, created_by, updated_at, updated_by, reference, case_id, case_number, colleague, institution_id,
  events, first_at, last_at, answer_due_at, question, emergency)
select id, 0, reviewed_at, reviewed_by, reviewed_at, reviewed_by, 'F-BBBBBB-B', case_id, 'V-BBBBBB-B', created_by, institution_id, '1', created_at,
  created_at, '2026-01-13T03:04:05Z', '\x3031', reason
  from himaye.break_glass_grant where verdict = 'NOT_JUSTIFIED';
