-- Certificates of reviewing, as they were issued. Of the manuscripts they say nothing; of the token only its hash is kept.
create table certificate (
    id text primary key,
    account text not null,
    token_hash text not null unique,
    about text not null,
    name text not null,
    year int,
    issued_at timestamptz not null,
    taken_back_at timestamptz
);
create unique index certificate_once on certificate (account, about) where taken_back_at is null;
create table certificate_line (
    certificate text not null references certificate,
    place int not null,
    journal text not null,
    reviews int not null check (reviews > 0),
    first_month date not null,
    last_month date not null check (last_month >= first_month),
    primary key (certificate, place)
);
