--liquibase formatted sql

--changeset himaye:organisation-0002-demo-institutions context:demo
--comment Configuration of the demo people only; ids are made from names, so that the demo loader and the realm know them.
insert into himaye.institution (id, kind, name_az, name_en, name_ru, mandate, phone) values
    ('a2caddf5-8fea-3b52-9087-65013452540c', 'SHELTER', '“Bakı” sığınacağı', 'Shelter “Baku”', 'Приют «Баку»', '{SHELTER,REHABILITATION,REIMBURSEMENT}', '+994 12 000 00 01'),
    ('fe93b148-d8ae-30aa-8a30-ff353e79deba', 'ASSISTANCE_CENTRE', '“Gəncə” yardım mərkəzi', 'Assistance centre “Ganja”', 'Центр помощи «Гянджа»', '{REHABILITATION,REIMBURSEMENT}', '+994 22 000 00 02'),
    ('b057bb42-0b8f-33af-a497-24caf7c5f6dd', 'POLICE_UNIT', 'Rayon polis şöbəsi', 'District police unit', 'Районный отдел полиции', '{REFERRAL}', '+994 12 000 00 03'),
    ('a1a2ebe8-c46d-30ef-bf7c-501b4d722485', 'SPECIAL_POLICE_UNIT', 'Xüsusi polis bölməsi', 'Special police unit', 'Специальное полицейское подразделение', '{REFERRAL,IDENTIFICATION}', '+994 12 000 00 04'),
    ('f7ebc25a-3cb8-3f9c-83a4-89fd5b0435c8', 'NGO', 'Qaynar xətt', 'Hotline', 'Горячая линия', '{REFERRAL}', '+994 12 000 00 05'),
    ('8c7cbe23-0484-36b1-a5c6-3e019ff40df4', 'OTHER', 'Maliyyə şöbəsi', 'Finance office', 'Финансовый отдел', '{PAYMENT}', '+994 12 000 00 06'),
    ('21190b55-2ef1-370d-8e9e-9cbec34786fb', 'OTHER', 'Koordinasiya idarəsi', 'Coordination office', 'Координационное управление', '{OVERSIGHT}', '+994 12 000 00 07');

--changeset himaye:organisation-0002-demo-staff context:demo
insert into himaye.staff (sub, display_name, role, institution, on_duty) values
    ('66f9a2f1-3005-3f01-8a3f-4c64f013891d', 'Caseworker 1', 'CASEWORKER', 'a2caddf5-8fea-3b52-9087-65013452540c', false),
    ('cc1abefa-7685-35e7-ab4f-9703c62b883a', 'Caseworker 2', 'CASEWORKER', 'a2caddf5-8fea-3b52-9087-65013452540c', true),
    ('c25b2543-3fb1-3aa2-9637-5dbabc743b3c', 'Supervisor 1', 'SUPERVISOR', 'a2caddf5-8fea-3b52-9087-65013452540c', false),
    ('3b4b3a58-2151-3a1a-8dc8-82be130442f4', 'Psychologist 1', 'PSYCHOLOGIST', 'a2caddf5-8fea-3b52-9087-65013452540c', false),
    ('21ce020e-0353-33ed-bedf-bf8c0e577e40', 'Medic 1', 'MEDIC', 'a2caddf5-8fea-3b52-9087-65013452540c', false),
    ('5a1c3844-7b9c-304c-9962-8021ee60e044', 'Lawyer 1', 'LAWYER', 'a2caddf5-8fea-3b52-9087-65013452540c', false),
    ('1b5786f0-906d-39c6-b702-d96225486c19', 'Caseworker 3', 'CASEWORKER', 'fe93b148-d8ae-30aa-8a30-ff353e79deba', true),
    ('1ccf10a1-80a2-3244-b362-19841adedfd5', 'Supervisor 2', 'SUPERVISOR', 'fe93b148-d8ae-30aa-8a30-ff353e79deba', false),
    ('b2d5333d-e5a8-3ebe-85fa-bafa9834683c', 'Police 1', 'POLICE_REFERRER', 'b057bb42-0b8f-33af-a497-24caf7c5f6dd', false),
    ('6cbdbc5f-56ad-3e77-a6e7-96c293454fec', 'Police 2', 'POLICE_REFERRER', 'b057bb42-0b8f-33af-a497-24caf7c5f6dd', false),
    ('124447f9-3758-3dd0-a16a-be504a0edeb6', 'Identification 1', 'IDENTIFICATION_OFFICER', 'a1a2ebe8-c46d-30ef-bf7c-501b4d722485', false),
    ('7e720698-919e-3959-810c-8b9179bfffb7', 'Identification 2', 'IDENTIFICATION_OFFICER', 'a1a2ebe8-c46d-30ef-bf7c-501b4d722485', false),
    ('5bd7be36-ebd4-3ec8-8043-61017f676e6c', 'Partner 1', 'PARTNER_REFERRER', 'f7ebc25a-3cb8-3f9c-83a4-89fd5b0435c8', false),
    ('412604f6-ad6a-34b7-b6dc-37dcaa19afe2', 'Finance reviewer', 'FINANCE_REVIEWER', '8c7cbe23-0484-36b1-a5c6-3e019ff40df4', false),
    ('fb7a22e3-8a4d-38d1-9de1-2f95ca03250c', 'Finance approver', 'FINANCE_APPROVER', '8c7cbe23-0484-36b1-a5c6-3e019ff40df4', false),
    ('46e26180-01ee-3466-a844-033824491de1', 'Finance payer', 'FINANCE_PAYER', '8c7cbe23-0484-36b1-a5c6-3e019ff40df4', false),
    ('8ef07cb8-5e90-320c-a144-8c4bc813069a', 'Auditor 1', 'AUDITOR', '21190b55-2ef1-370d-8e9e-9cbec34786fb', false),
    ('a2e76d4e-9132-3d07-aa19-382924ecc27a', 'Privacy 1', 'PRIVACY_OFFICER', '21190b55-2ef1-370d-8e9e-9cbec34786fb', false),
    ('29172027-d4bb-3d6c-945a-d10cb8d8360c', 'Coordinator 1', 'NATIONAL_COORDINATOR', '21190b55-2ef1-370d-8e9e-9cbec34786fb', false),
    ('53b780a9-0928-3a31-b629-871952843e5a', 'Administrator 1', 'ADMINISTRATOR', '21190b55-2ef1-370d-8e9e-9cbec34786fb', false);
