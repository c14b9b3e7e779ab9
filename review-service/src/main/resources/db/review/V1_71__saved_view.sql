-- Lists that somebody wants to find again: what they ask for, as the dashboard's address has it.
create table saved_view (
    id text primary key,
    account text not null,
    name text not null,
    asked text not null,
    unique (account, name)
);
