-- Who looked at which file of a manuscript, written before its bytes leave. Names are put in when shown.
create table file_seen (
    id bigint generated always as identity primary key,
    manuscript text not null,
    at timestamptz not null,
    actor text not null,
    kind text not null,
    version int not null,
    file text not null
);
create index file_seen_by_manuscript on file_seen (manuscript, at, id);

-- The time line turns its pages by when something happened.
create index history_by_time on history (manuscript, at, id);
