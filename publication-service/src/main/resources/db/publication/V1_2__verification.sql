create table verification (
    manuscript text        primary key,
    pdf        text        not null,
    state      text        not null check (state in ('WAITING', 'AGREEING', 'DIFFERING')),
    reason     text,
    since      timestamptz not null,
    check ((state = 'WAITING') = (reason is not null))
);

create table disagreement (
    manuscript text not null references verification,
    position   int  not null,
    rendering  text not null,
    field      text not null,
    expected   text not null,
    found      text not null,
    primary key (manuscript, position)
);
