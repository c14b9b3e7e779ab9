-- What a service has to say, and what it was told (see the ADR "The inbox is a queue").

-- One row per aggregate and topic: its lock makes writers queue, so the sequence has no gap and follows commits.
CREATE TABLE outbox_sequence (
    topic     text   NOT NULL,
    aggregate text   NOT NULL,
    sequence  bigint NOT NULL,
    PRIMARY KEY (topic, aggregate)
);

-- Positions of one subject (the Kafka key) follow its commits: see SubjectLock.
CREATE TABLE outbox (
    position    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          text        NOT NULL UNIQUE,
    topic       text        NOT NULL,
    type        text        NOT NULL,
    subject     text        NOT NULL,
    aggregate   text        NOT NULL,
    sequence    bigint      NOT NULL,
    time        timestamptz NOT NULL,
    actor       text        NOT NULL,
    causation   text,
    traceparent text,
    body        bytea       NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at     timestamptz,
    UNIQUE (topic, aggregate, sequence)
);
CREATE INDEX outbox_unsent ON outbox (position) WHERE sent_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;

CREATE TABLE inbox (
    position     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           text        NOT NULL UNIQUE,
    sha256       text        NOT NULL,
    came_by      text        NOT NULL,
    type         text        NOT NULL,
    source       text        NOT NULL,
    time         timestamptz NOT NULL,
    subject      text        NOT NULL,
    aggregate    text        NOT NULL,
    sequence     bigint      NOT NULL,
    actor        text,
    causation    text,
    traceparent  text,
    body         bytea       NOT NULL,
    overtakes    boolean     NOT NULL,
    state        text        NOT NULL CHECK (state IN
                     ('NEW', 'RETRYING', 'PARKED', 'EARLY', 'DONE', 'IGNORED', 'SKIPPED')),
    cause        text,
    attempts     int         NOT NULL DEFAULT 0,
    next_attempt timestamptz,
    incident     uuid,
    received_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at  timestamptz
);
CREATE INDEX inbox_unfinished ON inbox (subject, position) WHERE state IN ('NEW', 'RETRYING', 'PARKED');
CREATE INDEX inbox_due ON inbox (position) WHERE state IN ('NEW', 'RETRYING');
CREATE INDEX inbox_early ON inbox (subject) WHERE state = 'EARLY';
CREATE INDEX inbox_finished ON inbox (finished_at) WHERE finished_at IS NOT NULL;

-- How often a subject moved: tells a handler that found itself early whether the move came meanwhile.
CREATE TABLE inbox_subject (
    subject text   PRIMARY KEY,
    moves   bigint NOT NULL
);

CREATE TABLE inbox_sequence (
    source    text   NOT NULL,
    topic     text   NOT NULL,
    aggregate text   NOT NULL,
    sequence  bigint NOT NULL,
    PRIMARY KEY (source, topic, aggregate)
);

-- What should not have happened, and what persons did about parked messages.
CREATE TABLE inbox_incident (
    id      uuid        PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind    text        NOT NULL CHECK (kind IN ('PARKED', 'OTHER_BODY', 'GAP', 'TRIED_AGAIN', 'SKIPPED')),
    message text        NOT NULL,
    subject text        NOT NULL,
    detail  text        NOT NULL,
    actor   text,
    body    bytea
);
CREATE INDEX inbox_incident_message ON inbox_incident (message);
