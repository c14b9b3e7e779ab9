alter table reviewer add column language text check (language ~ '^[a-z]{2,3}$');
comment on column reviewer.language is 'in which they read the invitation that they answered last (BCP 47), and are written to; null as long as they have answered none';
