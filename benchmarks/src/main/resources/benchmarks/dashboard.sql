insert into journal (id, title, abbreviation, version)
select 'j' || j, 'Journal of Made-up Studies ' || j, 'J' || j, 1 from generate_series(1, 5) j;
insert into journal_section (journal, key, title)
select 'j' || j, 's' || s, 'Section ' || s from generate_series(1, 5) j, generate_series(1, 6) s;
insert into role_held (account, journal, role)
select 'managing', 'j' || j, 'managing-editor' from generate_series(1, 5) j;
insert into role_held (account, journal, role)
select 'editor' || e, 'j' || 1 + e % 5, 'handling-editor' from generate_series(0, 49) e;
create temporary table made as
select n, gen_random_uuid()::text as id, 'j' || 1 + n % 5 as journal,
    'J' || 1 + n % 5 || '-' || 1990 + n % 35 || '-' || lpad((n / 35)::text, 6, '0') as number,
    n % 50 = 0 as active,
    case when n % 50 = 0 then (array['screening', 'screening', 'choosing-reviewers', 'choosing-reviewers',
            'peer-review', 'peer-review', 'peer-review', 'peer-review', 'peer-review', 'peer-review',
            'peer-review', 'decision', 'decision', 'revision', 'revision', 'revision', 'production', 'proof',
            'issue-closing', 'doi-registration'])[1 + (n / 50 * 7919) % 20]
        else (array['published', 'published', 'published', 'rejected', 'withdrawn'])[1 + (n / 7) % 5] end as step,
    date_trunc('minute', now()) - make_interval(mins => n % 50000 * 10) as since,
    'editor' || (n * 31 / 50) % 50 as editor
from generate_series(1, :n) n;
insert into manuscript (id, number, journal, section, article_type, title, abstract, keywords, language, version,
    policy_version, handling_editor, submitted_at)
select id, number, journal, 's' || 1 + n % 6, 'research-article',
    initcap(w[1 + n % 40] || ' ' || w[1 + (n / 3) % 40] || ' and the ' || w[1 + (n / 7) % 40] || ' of ' || w[1 + (n / 11) % 40])
        || ': the case of Place' || n % 9973,
    'What was asked, how it was looked at, and what was found.', array['one', 'two'], 'en', 1, 0,
    case when step <> 'screening' then editor end, since - interval '40 days'
from made, (select array['power', 'water', 'border', 'trade', 'reform', 'school', 'city', 'party', 'court', 'treaty',
    'river', 'memory', 'labour', 'market', 'gender', 'faith', 'language', 'village', 'energy', 'climate', 'debt',
    'press', 'army', 'voter', 'policy', 'union', 'health', 'food', 'land', 'law', 'port', 'road', 'tax', 'aid',
    'youth', 'exile', 'state', 'nation', 'region', 'order'] as w) v;
insert into manuscript_version (manuscript, version, metadata, file, intake_report, intake_errors,
    intake_warnings, submitted_at)
select id, 1, md5(id), md5(id), md5(id), 0, 1, since - interval '40 days' from made;
insert into contributor (manuscript, place, given, family, affiliation, corresponding)
select id, p, (array['Noor', 'Henrik', 'Ayesha', 'Daniel', 'Elena', 'Usman', 'Laila', 'Tom', 'Saima', 'Pavel'])[1 + (n + p) % 10],
    'Name' || (n * 17 + p * 131) % 2003, 'University of Somewhere', p = 0
from made, generate_series(0, 1) p;
insert into author (manuscript, account, corresponding) select id, 'author' || n, true from made;
insert into standing (manuscript, step, whose, account, since, until)
select id, step, whose, case whose when 'handling-editor' then editor when 'author' then 'author' || n end, since,
    case when active then since + make_interval(days => 7 + n % 400) end
from made cross join lateral (select case
    when step = 'screening' then 'managing-editor' when step in ('choosing-reviewers', 'decision') then 'handling-editor'
    when step = 'peer-review' then 'reviewers' when step in ('revision', 'proof') then 'author'
    when step = 'production' then 'production-editor' when active then 'system' else 'nobody' end as whose) o;
insert into review_round (manuscript, round, seats, version, opened_at)
select id, 1, 2, 1, since from made where active and step <> 'screening';
insert into reviewer (id, name, address, affiliation, expertise, added_at)
select 'r' || r, 'Reviewer ' || r, 'r' || r || '@example.org', 'Elsewhere', 'all', now() from generate_series(1, 500) r;
insert into invitation (id, manuscript, round, seat, reviewer, state, invited_at, answer_by, answered_at, review_by)
select id || '/' || seat, id, 1, seat, 'r' || 1 + (n + seat) % 500,
    case when n % 3 = 0 then 'invited' when n % 3 = 1 or seat = 0 then 'accepted' else 'declined' end,
    since, since + interval '14 days', since + interval '3 days', since + interval '30 days'
from made, generate_series(0, 1) seat where active and step = 'peer-review';
insert into history (manuscript, at, actor, what, words, by_hand)
select id, since - interval '40 days' + make_interval(days => h), 'process', 'moved', array[step, 'system'], false
from made, generate_series(1, 12) h where active;
insert into trouble (service, kind, key, subject, state, about, who, cause, since)
select 'review', 'MAIL', md5(id), id, 'BOUNCED', 'decision', 'account/author' || n, '550 unknown', since
from made where active and n % 5000 = 0;
select desk_rebuild();
drop table made;
