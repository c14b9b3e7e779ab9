-- What became of the mails about a manuscript, ours and other services', each change a row. Names are put in when shown.
create table mail_change (
    id bigint generated always as identity primary key,
    service text not null,
    mail text not null,
    manuscript text not null,
    recipient text not null,
    kind text not null,
    state text not null,
    answer text not null,
    at timestamptz not null
);
create index mail_change_by_manuscript on mail_change (manuscript, id);
insert into mail_change (service, mail, manuscript, recipient, kind, state, answer, at)
select 'review', id::text, about, recipient, template, lower(replace(state, '_', '-')), coalesce(reason, ''), changed_at
from mail order by position;

-- What went wrong in any service and isn't over yet.
create table trouble (
    service text not null,
    kind text not null,
    key text not null,
    subject text not null,
    state text not null,
    about text not null,
    who text not null,
    cause text not null,
    since timestamptz not null,
    primary key (service, kind, key)
);
create index trouble_by_since on trouble (since);
insert into trouble (service, kind, key, subject, state, about, who, cause, since)
select 'review', 'MESSAGE', i.id, i.subject, 'PARKED', i.type, '', coalesce(i.cause, ''), p.at
from inbox i join inbox_incident p on p.id = i.incident where i.state = 'PARKED'
union all
select 'review', 'MAIL', id::text, about, state, template, recipient, coalesce(reason, ''), changed_at
from mail where state in ('BOUNCED', 'FAILED');
