-- Work that the service owes itself. A new plan for the same kind and key raises the revision, so a run that was under
-- way meanwhile can't finish what it never saw.
CREATE TABLE errand (
    kind         text        NOT NULL,
    key          text        NOT NULL,
    revision     bigint      NOT NULL DEFAULT 1,
    due          timestamptz NOT NULL,
    domain_time  boolean     NOT NULL,
    "values"     text        NOT NULL,
    why          text,
    attempts     int         NOT NULL DEFAULT 0,
    cause        text,
    next_attempt timestamptz,
    lease        uuid,
    leased_until timestamptz,
    PRIMARY KEY (kind, key)
);
CREATE INDEX errand_due ON errand (due);
