-- What review-service knows of a journal, from JournalConfigured.
create table journal (
    id text primary key,
    title text not null,
    abbreviation text not null,
    version int not null
);

-- Who holds which role, from RoleGranted and RoleRevoked: ids only.
create table role_held (
    account text not null,
    journal text not null,
    role text not null,
    primary key (account, journal, role)
);

-- A journal's settings never change: a change is a new version, and running manuscripts keep theirs.
create table policy (
    journal text not null,
    version int not null check (version > 0),
    settings jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (journal, version)
);

create table manuscript (
    id text primary key,
    number text not null unique,
    journal text not null,
    section text,
    article_type text not null,
    title text not null,
    abstract text not null,
    keywords text[] not null,
    language text not null,
    version int not null,
    policy_version int not null,
    handling_editor text,
    submitted_at timestamptz not null,
    revised_at timestamptz,
    accepted_at timestamptz,
    accepted_version int
);
create index manuscript_by_journal on manuscript (journal);

create table manuscript_version (
    manuscript text not null references manuscript,
    version int not null,
    metadata text not null,
    file text not null,
    response text,
    intake_report text not null,
    intake_errors int not null,
    intake_warnings int not null,
    submitted_at timestamptz not null,
    primary key (manuscript, version)
);

-- Who wrote a manuscript stands in these two tables alone; nothing that reviewers see reads them.
create table contributor (
    manuscript text not null references manuscript,
    place int not null,
    given text not null,
    family text not null,
    affiliation text not null,
    corresponding boolean not null,
    primary key (manuscript, place)
);
create table author (
    manuscript text not null references manuscript,
    account text not null,
    corresponding boolean not null,
    primary key (manuscript, account)
);

-- All that reviewers may know of a manuscript.
create view manuscript_for_reviewers as
select m.id, m.number, m.journal, m.section, m.title, m.abstract, m.keywords, m.language, v.version, v.file
from manuscript m join manuscript_version v on v.manuscript = m.id;

create table standing (
    manuscript text primary key references manuscript,
    step text not null,
    whose text not null,
    account text,
    since timestamptz not null,
    until timestamptz,
    next_what text,
    next_at timestamptz
);
create index standing_by_since on standing (since, manuscript);

-- The history that people see. Names are put in when it is shown.
create table history (
    id bigint generated always as identity primary key,
    manuscript text not null,
    at timestamptz not null,
    actor text not null,
    what text not null,
    words text[] not null,
    by_hand boolean not null
);
create index history_by_manuscript on history (manuscript, id);

create table reviewer (
    id text primary key,
    name text not null,
    address text not null,
    affiliation text not null,
    expertise text not null,
    added_at timestamptz not null,
    last_asked timestamptz
);
create unique index reviewer_by_address on reviewer (lower(address));
create index reviewer_by_name on reviewer (name, id);

create table screening (
    manuscript text not null references manuscript,
    version int not null,
    verdict text not null,
    letter text not null,
    by_account text not null,
    at timestamptz not null,
    document text,
    primary key (manuscript, version)
);

create table review_round (
    manuscript text not null references manuscript,
    round int not null check (round > 0),
    seats int not null,
    version int not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    primary key (manuscript, round)
);

create table invitation (
    id text primary key,
    manuscript text not null,
    round int not null,
    seat int not null,
    reviewer text not null references reviewer,
    state text not null,
    invited_at timestamptz not null,
    answer_by timestamptz not null,
    answered_at timestamptz,
    review_by timestamptz,
    ended_at timestamptz,
    reason text,
    foreign key (manuscript, round) references review_round
);
create index invitation_by_round on invitation (manuscript, round);
create index invitation_by_reviewer on invitation (reviewer);
-- One seat, one open invitation.
create unique index invitation_open_at_seat on invitation (manuscript, round, seat) where state in ('invited', 'accepted');

create table candidate (
    manuscript text not null,
    round int not null,
    place int not null,
    reviewer text not null references reviewer,
    alternate boolean not null,
    invitation text references invitation,
    primary key (manuscript, round, place),
    unique (manuscript, round, reviewer),
    foreign key (manuscript, round) references review_round
);

-- Several links to one invitation live at once; of each only the hash is kept.
create table invitation_link (
    token_hash text primary key,
    invitation text not null references invitation,
    ordinal int not null,
    unique (invitation, ordinal)
);

create table review (
    invitation text primary key references invitation,
    scores jsonb not null,
    to_authors text not null,
    to_editor text not null,
    recommendation text,
    saved_at timestamptz not null,
    submitted_at timestamptz
);

create table decision (
    id text primary key,
    manuscript text not null references manuscript,
    round int not null,
    version int not null,
    kind text not null,
    letter text not null,
    quoted text[] not null,
    decided_by text not null,
    decided_at timestamptz not null,
    held_until timestamptz not null,
    state text not null,
    settled_at timestamptz,
    document text
);
-- However many editors decide at once, one decision is held.
create unique index decision_held_once on decision (manuscript) where state = 'held';
create index decision_by_manuscript on decision (manuscript, decided_at);
