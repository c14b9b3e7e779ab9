-- Mails. An answer is kept here only while the service could not take note of it. Of the times changed_at, queued_at and
-- not_before are domain time, all others real time.
CREATE TABLE mail (
    id               uuid        PRIMARY KEY,
    position         bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    cause            text        NOT NULL UNIQUE,
    about            text        NOT NULL,
    recipient        text        NOT NULL,
    template         text        NOT NULL,
    "values"         text        NOT NULL,
    not_before       timestamptz,
    queued_at        timestamptz NOT NULL,
    message_id       text        NOT NULL UNIQUE,
    state            text        NOT NULL CHECK (state IN
                         ('QUEUED', 'HANDED_OVER', 'REFUSED', 'BOUNCED', 'FAILED', 'UNCERTAIN', 'MOOT', 'RECALLED')),
    reason           text,
    attempts         int         NOT NULL DEFAULT 0,
    faults           int         NOT NULL DEFAULT 0,
    waits            int         NOT NULL DEFAULT 0,
    changed_at       timestamptz NOT NULL,
    next_attempt     timestamptz,
    first_attempt    timestamptz,
    handing_over     boolean     NOT NULL DEFAULT false,
    answer           text,
    answer_reason    text,
    lease            uuid,
    leased_until     timestamptz
);
CREATE INDEX mail_waiting ON mail (position) WHERE state IN ('QUEUED', 'REFUSED', 'UNCERTAIN');
CREATE INDEX mail_about ON mail (about, position);
