-- What became of the mails about a manuscript, ours and other services', each change a row. Names are put in when shown.
create table mail_change (
    id bigint generated always as identity primary key,
    service text not null,
    mail text not null,
    manuscript text not null,
    recipient text not null,
    kind text not null,
    state text not null,
    answer text not null,
    at timestamptz not null
);
create index mail_change_by_manuscript on mail_change (manuscript, id);

-- What went wrong in any service and isn't over yet.
create table trouble (
    service text not null,
    kind text not null,
    key text not null,
    subject text not null,
    state text not null,
    about text not null,
    who text not null,
    cause text not null,
    since timestamptz not null,
    primary key (service, kind, key)
);
create index trouble_by_since on trouble (since);
