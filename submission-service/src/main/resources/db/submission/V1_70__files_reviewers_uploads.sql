-- A contributor may work at several institutions, each with its ROR id where it has been found.
update manuscript set metadata = jsonb_set(metadata, '{contributors}', (
    select coalesce(jsonb_agg(one.it - 'affiliation' || jsonb_build_object('affiliations',
        case when coalesce(one.it ->> 'affiliation', '') = '' then '[]'::jsonb
             else jsonb_build_array(jsonb_build_object('name', one.it ->> 'affiliation', 'ror', '')) end)
        order by one.at), '[]'::jsonb)
    from jsonb_array_elements(metadata -> 'contributors') with ordinality one(it, at)));

-- Files beside the manuscript's own: figures, tables, supplementary files, a cover letter.
alter table manuscript add attachments jsonb not null default '[]';
alter table manuscript_version add attachments jsonb not null default '[]';

create function attached_documents(attachments jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(one ->> 'sha256'), '{}') from jsonb_array_elements(attachments) one
$$;
create index manuscript_attached on manuscript using gin (attached_documents(attachments));
create index version_attached on manuscript_version using gin (attached_documents(attachments));

-- Files on their way, piece by piece.
create table upload (
    id uuid primary key,
    owner text not null,
    manuscript uuid not null references manuscript on delete cascade,
    kind text check (kind in ('FIGURE', 'TABLE', 'SUPPLEMENTARY', 'COVER_LETTER')),
    name text not null,
    length bigint not null,
    arrived bigint not null check (arrived between 0 and length),
    expires_at timestamptz not null,
    outcome text check (outcome in ('taken', 'refused'))
);
create index upload_unfinished on upload (owner) where outcome is null;
create index upload_expires on upload (expires_at);
create index upload_of_manuscript on upload (manuscript);

create table upload_piece (
    upload uuid not null references upload on delete cascade,
    at bigint not null,
    content bytea not null,
    primary key (upload, at)
);
