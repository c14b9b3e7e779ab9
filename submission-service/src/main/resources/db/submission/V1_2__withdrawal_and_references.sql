-- the reason of a withdrawal, as a document
alter table manuscript add withdrawal text;

create index manuscript_handed_in on manuscript (id) where number is not null;

-- Which documents the tables name. What none names and is a day old is swept.
create view document_reference (sha256) as
    select file ->> 'sha256' from manuscript where file is not null
    union all select file ->> 'intakeReport' from manuscript where file is not null
    union all select withdrawal from manuscript where withdrawal is not null
    union all select metadata from manuscript_version
    union all select file ->> 'sha256' from manuscript_version
    union all select file ->> 'intakeReport' from manuscript_version
    union all select response from manuscript_version where response is not null
    union all select document from letter;

create index manuscript_file on manuscript ((file ->> 'sha256'));
create index manuscript_report on manuscript ((file ->> 'intakeReport'));
create index manuscript_withdrawal on manuscript (withdrawal);
create index version_metadata on manuscript_version (metadata);
create index version_file on manuscript_version ((file ->> 'sha256'));
create index version_report on manuscript_version ((file ->> 'intakeReport'));
create index version_response on manuscript_version (response);
create index letter_document on letter (document);
