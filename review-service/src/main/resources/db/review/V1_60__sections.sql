-- What a journal calls its sections, from JournalConfigured. A section that is taken out of a journal keeps its title
-- for the manuscripts that came to it.
create table journal_section (
    journal text not null references journal,
    key text not null,
    title text not null,
    primary key (journal, key)
);
