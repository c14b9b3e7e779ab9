-- What people with an account say of themselves as reviewers. Which reviewers they are is known by the addresses of
-- their account, which the gateway keeps; reviewer.account repeats what it said last, for editors' lists.
create table reviewer_profile (
    account text primary key,
    away_until date,
    away_note text not null default '',
    keywords text[] not null default '{}',
    subjects text[] not null default '{}',
    languages text[] not null default '{}',
    changed_at timestamptz not null
);
alter table reviewer add column account text;
create index reviewer_by_account on reviewer (account) where account is not null;
