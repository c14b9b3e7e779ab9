create table corrected_manuscript (
    manuscript text        not null,
    version    int         not null check (version >= 1),
    file       text        not null,
    corrects   text        not null,
    by_account text        not null,
    at         timestamptz not null,
    primary key (manuscript, version)
);

alter table galley add column corrected text;
