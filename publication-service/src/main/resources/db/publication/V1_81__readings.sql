-- How often published articles are read, by day. Nothing of who reads is kept.
create table reading (
    manuscript text not null,
    day date not null,
    kind text not null check (kind in ('page', 'pdf')),
    times bigint not null check (times > 0),
    primary key (manuscript, day, kind)
);
