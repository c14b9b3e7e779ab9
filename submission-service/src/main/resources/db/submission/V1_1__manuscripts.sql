create table manuscript (
    id uuid primary key,
    owner text not null,
    journal text not null,
    section text not null,
    type text not null check (type in ('research-article', 'review-article', 'book-review')),
    number text unique,
    stage text not null check (stage in ('DRAFT', 'WITH_JOURNAL', 'REOPENED', 'WITHDRAWN', 'REJECTED', 'ACCEPTED', 'PUBLISHED')),
    metadata jsonb not null,
    file jsonb,
    response text not null,
    reopening jsonb,
    changed_at timestamptz not null,
    revision bigint not null,
    constraint numbered_once_handed_in check (stage = 'DRAFT' or number is not null)
);
create index manuscript_of_owner on manuscript (owner, changed_at desc);

create table manuscript_version (
    manuscript uuid not null references manuscript,
    number int not null check (number > 0),
    metadata text not null,
    file jsonb not null,
    response text,
    submitted_at timestamptz not null,
    submitted_by text not null,
    primary key (manuscript, number)
);

create table manuscript_number (
    journal text not null,
    year int not null,
    last int not null,
    primary key (journal, year)
);

create table journal (
    key text primary key,
    version int not null,
    title text not null,
    abbreviation text not null,
    sections jsonb not null
);

-- Where each manuscript stands, as review-service said last, and the way it came.
create table place (
    manuscript uuid not null,
    sequence bigint not null,
    step text not null,
    since timestamptz not null,
    until timestamptz,
    next_what text,
    next_at timestamptz,
    primary key (manuscript, sequence)
);

create table letter (
    manuscript uuid not null,
    document text not null,
    kind text not null,
    received_at timestamptz not null,
    primary key (manuscript, document)
);

create table proof (
    manuscript uuid not null,
    proof text not null,
    pages int not null,
    ready_at timestamptz not null,
    answered text check (answered in ('approved', 'corrections')),
    primary key (manuscript, proof)
);

create table published (
    manuscript uuid primary key,
    doi text not null,
    published_at timestamptz not null
);
