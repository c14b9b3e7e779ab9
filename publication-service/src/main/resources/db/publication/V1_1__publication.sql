create extension if not exists btree_gist;

create table journal (
    key             text        not null,
    version         int         not null check (version >= 1),
    title           text        not null,
    abbreviation    text        not null,
    issn_print      text,
    issn_online     text,
    publisher       text        not null,
    homepage        text        not null,
    doi             text        not null,
    recognition     text,
    language        text        not null,
    volume_style    text        not null,
    issue_style     text        not null,
    doi_prefix      text        not null,
    journal_pattern text        not null,
    volume_pattern  text        not null,
    issue_pattern   text        not null,
    article_pattern text        not null,
    page_start      text        not null,
    licence_name    text,
    licence_uri     text,
    configured_at   timestamptz not null,
    configured_by   text        not null,
    primary key (key, version)
);

create table journal_section (
    journal  text not null,
    version  int  not null,
    position int  not null,
    key      text not null,
    title    text not null,
    primary key (journal, version, position),
    unique (journal, version, key),
    foreign key (journal, version) references journal
);

create table galley (
    id              uuid        primary key,
    manuscript      text        not null,
    ordinal         bigint      generated always as identity,
    number          text        not null,
    journal         text        not null,
    section         text        not null,
    article_type    text        not null,
    version         int         not null,
    metadata        text        not null,
    file            text        not null,
    corresponding   text        not null,
    submitted_at    timestamptz not null,
    revised_at      timestamptz,
    accepted_at     timestamptz not null,
    journal_version int         not null,
    ordered_at      timestamptz not null,
    state           text        not null check (state in ('ORDERED', 'FAILED', 'PROOF', 'APPROVED', 'TO_CORRECT')),
    reason          text,
    pdf             text,
    pages           int         check (pages >= 1),
    title           text,
    by_line         text,
    answered_at     timestamptz,
    check ((state in ('PROOF', 'APPROVED', 'TO_CORRECT')) = (pdf is not null))
);
create index on galley (manuscript, ordinal desc);
create index on galley (journal);

create table galley_reader (
    galley  uuid not null references galley,
    account text not null,
    primary key (galley, account)
);

create table proof_correction (
    galley   uuid not null references galley,
    position int  not null,
    text     text not null,
    primary key (galley, position)
);

create table issue (
    id              uuid        primary key,
    journal         text        not null,
    volume          int         not null,
    volume_label    text        not null,
    number          int         not null,
    label           text        not null,
    season          text,
    month           int         check (month between 1 and 12),
    year            int         not null,
    state           text        not null check (state in ('OPEN', 'CLOSED', 'REGISTERED', 'PUBLISHED')),
    first_page      int         not null check (first_page >= 1),
    last_number     int         not null,
    journal_version int,
    version         bigint      not null,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    published_at    timestamptz,
    unique (journal, volume, number),
    check ((state = 'OPEN') = (journal_version is null))
);

create table slot (
    issue      uuid    not null references issue,
    manuscript text    not null unique deferrable initially deferred,
    number     int     not null check (number >= 1),
    position   int     not null,
    page_count int     not null check (page_count >= 1),
    pages      int4range,
    doi        text,
    pdf        text,
    withdrawn  boolean not null,
    released   boolean not null,
    primary key (issue, number),
    unique (issue, position) deferrable initially deferred,
    check (pages is null or (upper(pages) - lower(pages) = page_count and lower(pages) >= 1)),
    check ((doi is null) = (pdf is null)),
    -- no page of an issue is given twice, whatever runs at once
    constraint no_page_twice exclude using gist (issue with =, pages with &&) deferrable initially deferred
);

-- nor is one left out: at commit the pages of an issue begin on its first page and have no gap
create function pages_without_gap() returns trigger language plpgsql as $$
declare
    whose uuid := coalesce(new.issue, old.issue);
    layout record;
begin
    select min(lower(s.pages)) as first, max(upper(s.pages)) as behind, sum(s.page_count) as total, i.first_page
    into layout
    from slot s join issue i on i.id = s.issue
    where s.issue = whose and s.pages is not null
    group by i.first_page;
    if layout.total is not null
        and (layout.first <> layout.first_page or layout.behind - layout.first <> layout.total) then
        raise exception 'the pages of issue % have a gap or do not begin on its first page', whose
            using errcode = 'integrity_constraint_violation', constraint = 'pages_without_gap';
    end if;
    return null;
end $$;

create constraint trigger pages_without_gap after insert or update or delete on slot
    deferrable initially deferred for each row execute function pages_without_gap();

create table chosen_issue (
    manuscript text primary key,
    issue      uuid not null references issue
);

create table doi (
    key            text    primary key,
    value          text    not null,
    level          text    not null,
    subject        text    not null,
    registered     boolean not null,
    last_timestamp bigint  not null,
    content        text
);
create index on doi (level, subject);

create table deposit (
    id           uuid        primary key,
    doi          text        not null references doi (key),
    attempt      int         not null,
    file_name    text        not null unique,
    timestamp    bigint      not null,
    xml          text        not null,
    content      text        not null,
    sandbox_only boolean     not null,
    intended_at  timestamptz not null,
    state        text        not null check (state in ('INTENDED', 'SENT', 'CONFIRMED', 'REFUSED', 'GIVEN_UP')),
    tries        int         not null,
    delay_told   boolean     not null,
    note         text,
    sent_at      timestamptz,
    answered_at  timestamptz,
    diagnostic   text,
    unique (doi, timestamp)
);
-- a DOI has at most one deposit under way
create unique index on deposit (doi) where state in ('INTENDED', 'SENT');
