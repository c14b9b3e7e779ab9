-- The elements and flows of the process models that a manuscript has passed. The engine keeps no flows, and its
-- history has a time to live; this stays.
CREATE TABLE way_passed (
    manuscript text        NOT NULL,
    element    text        NOT NULL,
    first_at   timestamptz NOT NULL,
    PRIMARY KEY (manuscript, element)
);
