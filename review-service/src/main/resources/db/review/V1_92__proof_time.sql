-- Authors' wishes for more time to check a proof, as publication-service says them; why stays there.
create table proof_time (
    request text primary key,
    manuscript text not null,
    proof text not null,
    days int not null,
    asked_by text not null,
    asked_at timestamptz not null,
    answered_at timestamptz
);
create index proof_time_open on proof_time (manuscript, asked_at) where answered_at is null;

-- As long as one is open, it is the production editor's move.
create or replace view desk_source as
select m.id as manuscript, m.number, m.journal, m.section, m.title, b.names as by_line,
    array(select a.account from author a where a.manuscript = m.id order by a.account) as authors,
    m.handling_editor, coalesce(r.round, 0) as round, m.submitted_at, s.step,
    case when p.since is not null then 'proof-time' else
        desk_need(s.step, m.handling_editor, exists (select from invitation i
            where i.manuscript = m.id and i.round = r.round and i.state in ('accepted', 'reviewed'))) end as need,
    s.step not in ('published', 'rejected', 'withdrawn') as active,
    case when p.since is not null then 'production-editor' else s.whose end as whose,
    case when p.since is null then s.account end as account,
    coalesce(p.since, s.since) as since, s.until, s.next_what, s.next_at,
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
    from trouble o where o.subject = m.id) t
cross join lateral (select min(w.asked_at) as since from proof_time w
    where w.manuscript = m.id and w.answered_at is null and s.step = 'proof') p;

create constraint trigger desk after insert or update of answered_at on proof_time
    deferrable initially deferred for each row execute function desk_changed('manuscript');
