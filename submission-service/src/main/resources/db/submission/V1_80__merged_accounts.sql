-- Accounts that went over into another, as the gateway said: whatever still names one is the other's.
create table account_alias (
    id text primary key,
    account text not null
);
create index account_alias_by_account on account_alias (account);
