-- Cases with numbers from ${from} up to and without ${until}, in twenty houses with fifty caseworkers each; by the superuser, because the
-- owner of the tables is under their row rules too. Triggers and references are off while rows are made, as in every bulk load; what the
-- measures read (indexes, policies, rights) is untouched. The first worker of each house has sixty cases, however many there are.
set session_replication_role = replica;

create temporary table made on commit drop as
  select n, md5('case' || n)::uuid as id, md5('person' || n)::uuid as person, n % 20 as house,
         case when n / 20 < 60 then 0 else 1 + (n / 20) % 49 end as worker,
         now() - (n % 900) * interval '1 day' as opened,
         case when n % 9 = 0 then null else now() + (hashint8(n) % 300) * interval '1 day' + (n % 86400) * interval '1 second' end as due
    from generate_series(${from}::bigint, ${until}::bigint - 1) as n;

insert into himaye.institution (id, kind, name_az, name_en, name_ru)
  select md5('house' || h)::uuid, 'SHELTER', 'Ev ' || h, 'House ' || h, 'Дом ' || h from generate_series(0, 19) as h
  on conflict do nothing;
insert into himaye.staff (sub, display_name, role, institution)
  select md5('worker' || h || '-' || w)::uuid, 'Worker ' || h || '-' || w, 'CASEWORKER', md5('house' || h)::uuid
    from generate_series(0, 19) as h, generate_series(0, 49) as w
  union all
  select md5('head' || h)::uuid, 'Head ' || h, 'SUPERVISOR', md5('house' || h)::uuid from generate_series(0, 19) as h
  on conflict do nothing;

insert into himaye.person (id, version, created_at, created_by, updated_at, updated_by, pseudonym, family_name, given_name, patronymic,
    aliases, document_number, date_of_birth, age_stated, age_basis, age_band, sex, nationality_status, countries, languages, interpreter_needed)
  select person, 0, opened, md5('worker' || house || '-' || worker)::uuid, opened, md5('worker' || house || '-' || worker)::uuid,
         'Person ' || n, v, v, v, v, v, v, v, 'STATED', 'ADULT', 'FEMALE', 'CITIZEN_AZ', 'AZ', 'AZ', false
    from made, lateral (select sha256(person::text::bytea) || sha256(id::text::bytea)) as sealed (v);

insert into himaye.case_file (id, version, created_at, created_by, updated_at, updated_by, case_number, person_id, institution_id, status,
    urgency, anonymous_mode, opened_at, next_due_at, identification_status)
  select id, 0, opened, md5('worker' || house || '-' || worker)::uuid, opened, md5('worker' || house || '-' || worker)::uuid,
         'V-' || lpad(n::text, 7, '0'), person, md5('house' || house)::uuid,
         (array['ACTIVE', 'ACTIVE', 'ACTIVE', 'INTAKE', 'FOLLOW_UP'])[1 + n % 5], 'NORMAL', false, opened, due, null
    from made;

insert into himaye.case_assignment (id, version, created_at, created_by, updated_at, updated_by, case_id, staff_sub, function, assigned_from)
  select md5('assignment' || n)::uuid, 0, opened, md5('head' || house)::uuid, opened, md5('head' || house)::uuid, id,
         md5('worker' || house || '-' || worker)::uuid, 'PRIMARY', opened
    from made;

insert into himaye.case_deadline (id, version, created_at, created_by, updated_at, updated_by, case_id, kind, due_at)
  select md5('deadline' || n)::uuid, 0, opened, md5('head' || house)::uuid, opened, md5('head' || house)::uuid, id, 'INTAKE', due
    from made where due is not null;

insert into himaye.status_change (id, version, created_at, created_by, updated_at, updated_by, case_id, entity, entity_id, to_status)
  select md5('step' || n)::uuid, 0, opened, md5('head' || house)::uuid, opened, md5('head' || house)::uuid, id, 'case_file', id, 'INTAKE'
    from made;

insert into himaye.blind_value (id, version, created_at, created_by, updated_at, updated_by, person_id, source_id, use_of, hashed)
  select md5('document' || n)::uuid, 0, opened, md5('head' || house)::uuid, opened, md5('head' || house)::uuid, person, person, 'DOCUMENT',
         left(encode(sha256(person::text::bytea), 'hex'), 16)
    from made;

insert into himaye.sealing_key (id, owner_kind, owner_id, epoch, wrapped)
  select md5('key' || n)::uuid, 'PERSON', person, 1, sha256(person::text::bytea) || sha256(id::text::bytea) || sha256(n::text::bytea) from made;
