-- What the journal's figures are counted from, by the time that counts.
create index desk_by_submission on desk_row (journal, submitted_at);
create index manuscript_by_acceptance on manuscript (journal, accepted_at) where accepted_at is not null;
create index invitation_by_time on invitation (invited_at);
