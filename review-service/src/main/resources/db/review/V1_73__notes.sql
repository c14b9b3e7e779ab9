-- What editors write to each other on a manuscript. Nothing that authors or reviewers see reads these tables.
create table note (
    id text primary key,
    manuscript text not null references manuscript,
    by_account text not null,
    at timestamptz not null,
    revision int not null check (revision > 0),
    text text not null,
    mentioned text[] not null,
    withdrawn_at timestamptz
);
create index note_by_manuscript on note (manuscript, at);

-- What a note said before it was written anew.
create table note_former (
    note text not null references note,
    revision int not null,
    text text not null,
    until timestamptz not null,
    primary key (note, revision)
);
