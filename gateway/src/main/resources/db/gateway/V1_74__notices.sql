CREATE TABLE known_manuscript (
    manuscript      text PRIMARY KEY,
    number          text NOT NULL,
    journal         text NOT NULL,
    corresponding   text NOT NULL,
    handling_editor text
);
CREATE INDEX known_manuscript_by_corresponding ON known_manuscript (corresponding);
CREATE INDEX known_manuscript_by_handling_editor ON known_manuscript (handling_editor);
COMMENT ON TABLE known_manuscript IS 'Whom a manuscript concerns, by account; no name and no title';

CREATE TABLE known_author (
    manuscript text NOT NULL REFERENCES known_manuscript ON DELETE CASCADE,
    account    text NOT NULL,
    PRIMARY KEY (manuscript, account)
);
CREATE INDEX known_author_by_account ON known_author (account);

CREATE TABLE notice (
    id         uuid        PRIMARY KEY,
    account    text        NOT NULL REFERENCES account ON DELETE CASCADE,
    cause      text        NOT NULL,
    kind       text        NOT NULL,
    manuscript text        NOT NULL,
    number     text        NOT NULL,
    journal    text        NOT NULL,
    at         timestamptz NOT NULL,
    told_at    timestamptz NOT NULL,
    delivery   text        NOT NULL CHECK (delivery IN ('page', 'at-once', 'daily', 'weekly')),
    digest     uuid,
    read_at    timestamptz,
    read_batch uuid,
    UNIQUE (account, cause),
    CHECK ((read_at IS NULL) = (read_batch IS NULL))
);
CREATE INDEX notice_listed ON notice (account, (read_at IS NOT NULL), at DESC, id DESC);
CREATE INDEX notice_unread ON notice (account) WHERE read_at IS NULL;
CREATE INDEX notice_waiting ON notice (account, delivery, told_at)
    WHERE digest IS NULL AND read_at IS NULL AND delivery IN ('daily', 'weekly');
CREATE INDEX notice_by_digest ON notice (digest) WHERE digest IS NOT NULL;
COMMENT ON COLUMN notice.cause IS 'An account is told of it once, however often it is said';
COMMENT ON COLUMN notice.digest IS 'The digest it left with; null as long as it waits, or where none is owed';
COMMENT ON COLUMN notice.read_batch IS 'What was put away together is brought back together';

CREATE TABLE notice_choice (
    account  text NOT NULL REFERENCES account ON DELETE CASCADE,
    journal  text NOT NULL,
    kind     text NOT NULL,
    delivery text NOT NULL CHECK (delivery IN ('page', 'at-once', 'daily', 'weekly', 'none')),
    PRIMARY KEY (account, journal, kind)
);
COMMENT ON COLUMN notice_choice.journal IS 'Empty for all journals for which nothing else was chosen';

CREATE TABLE notice_rhythm (
    account text     PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    zone    text     NOT NULL,
    hour    smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    day     smallint NOT NULL CHECK (day BETWEEN 1 AND 7)
);
COMMENT ON COLUMN notice_rhythm.day IS 'ISO 8601: 1 is Monday';
