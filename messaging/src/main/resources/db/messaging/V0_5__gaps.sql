-- Numbers that are missing of an aggregate's messages, until they come late or the owner says the present state again.
CREATE TABLE inbox_gap (
    source     text        NOT NULL,
    topic      text        NOT NULL,
    aggregate  text        NOT NULL,
    subject    text        NOT NULL,
    first      bigint      NOT NULL,
    last       bigint      NOT NULL CHECK (first <= last),
    noticed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (source, topic, aggregate, first)
);

ALTER TABLE inbox_incident DROP CONSTRAINT inbox_incident_kind_check;
ALTER TABLE inbox_incident ADD CONSTRAINT inbox_incident_kind_check
    CHECK (kind IN ('PARKED', 'OTHER_BODY', 'GAP', 'GAP_CLOSED', 'UNREAD', 'TRIED_AGAIN', 'SKIPPED'));

-- Saying everything about a subject again.
CREATE INDEX outbox_subject ON outbox (subject);

-- Those that overtake are looked for by themselves.
CREATE INDEX inbox_overtaking ON inbox (position) WHERE overtakes AND state IN ('NEW', 'RETRYING');
