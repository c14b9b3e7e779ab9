-- The dashboard's own table: one row for each manuscript with all that a list, a search and a count need. It is the
-- third table in which names of authors stand; nothing that reviewers see reads it.
--
-- The database keeps it, in the transaction that changes what it is made of, so that no writer can forget it. It does so
-- when that transaction commits: once for each manuscript, and with no lock that is held while others are waited for.
create table desk_row (
    manuscript text primary key,
    number text not null,
    journal text not null,
    section text,
    title text not null,
    by_line text not null,
    authors text[] not null,
    handling_editor text,
    round int not null,
    submitted_at timestamptz not null,
    step text not null,
    -- what is needed, but for its being late, which time alone makes it
    need text not null,
    active boolean not null,
    whose text not null,
    account text,
    since timestamptz not null,
    until timestamptz,
    due timestamptz generated always as (coalesce(until, 'infinity')) stored,
    next_what text,
    next_at timestamptz,
    mail_lost boolean not null,
    reviewers_mail_lost boolean not null,
    deposit_failed boolean not null,
    words tsvector not null
);

-- Letters without accents, in small, and nothing between words but blanks: the search's own words are made alike.
create function desk_plain(text) returns text language sql immutable strict as $$
    select translate(
        regexp_replace(normalize(lower($1), nfd), '[\u0300-\u036f]', '', 'g'),
        '-–—/._:;,()+@"''’‘“”«»', '                      ')
$$;

create function desk_need(step text, handling_editor text, answered boolean) returns text language sql immutable as $$
    select case
        when step = 'screening' and handling_editor is null then 'editor'
        when step = 'peer-review' and not answered then 'answers'
        else step
    end
$$;

-- Each row as it should be now.
create view desk_source as
select m.id as manuscript, m.number, m.journal, m.section, m.title, b.names as by_line,
    array(select a.account from author a where a.manuscript = m.id order by a.account) as authors,
    m.handling_editor, coalesce(r.round, 0) as round, m.submitted_at, s.step,
    desk_need(s.step, m.handling_editor, exists (select from invitation i
        where i.manuscript = m.id and i.round = r.round and i.state in ('accepted', 'reviewed'))) as need,
    s.step not in ('published', 'rejected', 'withdrawn') as active,
    s.whose, s.account, s.since, s.until, s.next_what, s.next_at,
    coalesce(t.mail, false) as mail_lost, coalesce(t.reviewers_mail, false) as reviewers_mail_lost,
    coalesce(t.deposit, false) as deposit_failed,
    to_tsvector('simple', desk_plain(concat_ws(' ', m.number, m.title, b.names))) as words
from manuscript m
join standing s on s.manuscript = m.id
cross join lateral (select coalesce(string_agg(btrim(c.given || ' ' || c.family), ', ' order by c.place), '') as names
    from contributor c where c.manuscript = m.id) b
cross join lateral (select max(o.round) as round from review_round o where o.manuscript = m.id) r
cross join lateral (select
        bool_or(o.kind = 'MAIL' and o.who not like 'reviewer/%') as mail,
        bool_or(o.kind = 'MAIL' and o.who like 'reviewer/%') as reviewers_mail,
        bool_or(o.kind = 'DEPOSIT') as deposit
    from trouble o where o.subject = m.id) t;

create function desk_refresh(which text) returns void language plpgsql as $$
begin
    -- who comes second reads what the first has committed
    perform pg_advisory_xact_lock(hashtextextended('desk/' || which, 0));
    insert into desk_row (manuscript, number, journal, section, title, by_line, authors, handling_editor, round,
        submitted_at, step, need, active, whose, account, since, until, next_what, next_at, mail_lost,
        reviewers_mail_lost, deposit_failed, words)
    select * from desk_source where manuscript = which
    on conflict (manuscript) do update set number = excluded.number, journal = excluded.journal,
        section = excluded.section, title = excluded.title, by_line = excluded.by_line, authors = excluded.authors,
        handling_editor = excluded.handling_editor, round = excluded.round, submitted_at = excluded.submitted_at,
        step = excluded.step, need = excluded.need, active = excluded.active, whose = excluded.whose,
        account = excluded.account, since = excluded.since, until = excluded.until, next_what = excluded.next_what,
        next_at = excluded.next_at, mail_lost = excluded.mail_lost,
        reviewers_mail_lost = excluded.reviewers_mail_lost, deposit_failed = excluded.deposit_failed,
        words = excluded.words;
end
$$;

-- All of it anew, while nobody writes.
create function desk_rebuild() returns void language sql as $$
    lock table desk_row;
    delete from desk_row;
    insert into desk_row (manuscript, number, journal, section, title, by_line, authors, handling_editor, round,
        submitted_at, step, need, active, whose, account, since, until, next_what, next_at, mail_lost,
        reviewers_mail_lost, deposit_failed, words)
    select * from desk_source;
$$;

create function desk_changed() returns trigger language plpgsql as $$
declare
    which text := (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end) ->> tg_argv[0];
    done text := coalesce(current_setting('imprimatur.desk', true), '');
begin
    if strpos(done, '|' || which || '|') = 0 then
        perform set_config('imprimatur.desk', done || '|' || which || '|', true);
        perform desk_refresh(which);
    end if;
    return null;
end
$$;

create constraint trigger desk after insert or update on manuscript
    deferrable initially deferred for each row execute function desk_changed('id');
create constraint trigger desk after insert or update on standing
    deferrable initially deferred for each row execute function desk_changed('manuscript');
create constraint trigger desk after insert or update or delete on contributor
    deferrable initially deferred for each row execute function desk_changed('manuscript');
create constraint trigger desk after insert or delete on author
    deferrable initially deferred for each row execute function desk_changed('manuscript');
create constraint trigger desk after insert on review_round
    deferrable initially deferred for each row execute function desk_changed('manuscript');
create constraint trigger desk after insert or update of state on invitation
    deferrable initially deferred for each row execute function desk_changed('manuscript');
create constraint trigger desk after insert or update or delete on trouble
    deferrable initially deferred for each row execute function desk_changed('subject');

create index trouble_by_subject on trouble (subject);

select desk_rebuild();

-- Lists read one of these from where the page before ended, and stop when the page is full. What has ended is the many,
-- and in none of the first eight.
create index desk_active_by_since on desk_row (journal, since, manuscript) where active;
create index desk_active_by_due on desk_row (journal, due, manuscript) where active;
create index desk_active_by_number on desk_row (journal, number, manuscript) where active;
create index desk_active_by_need on desk_row (journal, need, since, manuscript) where active;
create index desk_active_by_account on desk_row (account, since, manuscript) where active and account is not null;
create index desk_active_by_role on desk_row (journal, whose, since, manuscript) where active and account is null;
create index desk_active_by_editor on desk_row (handling_editor, since, manuscript) where active;
create index desk_active_counted on desk_row (journal)
    include (handling_editor, need, whose, account, due, since, authors) where active;
create index desk_active_words on desk_row using gin (words) where active;
create index desk_troubled on desk_row (journal, since, manuscript) where mail_lost or reviewers_mail_lost or deposit_failed;
create index desk_ended_by_step on desk_row (journal, step, since, manuscript) where not active;
create index desk_words on desk_row using gin (words);
create index desk_numbers on desk_row (lower(number) text_pattern_ops);
create index desk_editors on desk_row (handling_editor) where not active;
