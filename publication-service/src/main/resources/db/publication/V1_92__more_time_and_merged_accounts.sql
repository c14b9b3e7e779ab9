-- Authors who ask for more days to check a proof, and what production answered.
create table proof_time (
    id uuid primary key,
    galley uuid not null references galley,
    asked_by text not null,
    days int not null check (days between 1 and 60),
    reason text not null,
    asked_at timestamptz not null,
    answer text check (answer in ('GRANTED', 'REFUSED')),
    granted int check (granted between 1 and 60),
    word text,
    answered_by text,
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    check ((granted is not null) = (answer is not distinct from 'GRANTED'))
);
-- One question at a time.
create unique index proof_time_open on proof_time (galley) where answer is null;
create index proof_time_by_galley on proof_time (galley, asked_at);

-- Accounts that went over into another, as the gateway said: metadata of versions handed in before still name them.
create table account_alias (
    id text primary key,
    account text not null
);
create index account_alias_by_account on account_alias (account);
