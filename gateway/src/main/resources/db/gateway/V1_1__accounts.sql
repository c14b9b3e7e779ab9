CREATE TABLE account (
    id          text        PRIMARY KEY,
    name        text        NOT NULL CHECK (name <> '' AND length(name) <= 200),
    address     text        NOT NULL CHECK (length(address) <= 254),
    affiliation text        CHECK (affiliation <> ''),
    password    text,
    opened_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_by_address ON account (lower(address));
CREATE INDEX account_by_name ON account (lower(name), id);
COMMENT ON COLUMN account.password IS 'Argon2id hash; null as long as the person has chosen none';

CREATE TABLE held_role (
    account    text        NOT NULL REFERENCES account ON DELETE CASCADE,
    journal    text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('editor-in-chief', 'managing-editor', 'handling-editor',
                                                    'production-editor', 'administrator')),
    granted_by text        NOT NULL,
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (account, journal, role),
    CHECK (journal <> '*' OR role = 'administrator')
);

CREATE TABLE session (
    token_hash bytea       PRIMARY KEY,
    account    text        NOT NULL REFERENCES account ON DELETE CASCADE,
    begun_at   timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL
);
CREATE INDEX session_by_account ON session (account);
COMMENT ON COLUMN session.token_hash IS 'SHA-256 of what the cookie holds; the token itself is kept nowhere';

CREATE TABLE sign_in_failure (
    address_hash bytea       NOT NULL,
    client       text        NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_by_address ON sign_in_failure (address_hash, at);
CREATE INDEX sign_in_failure_by_client ON sign_in_failure (client, at);

CREATE TABLE registration (
    id          uuid        PRIMARY KEY,
    name        text        NOT NULL,
    address     text        NOT NULL,
    affiliation text        NOT NULL,
    password    text        NOT NULL,
    asked_at    timestamptz NOT NULL
);
COMMENT ON TABLE registration IS 'Somebody asked for an account; it is opened when the link in the mail is used';

CREATE TABLE password_link (
    id       uuid        PRIMARY KEY,
    account  text        NOT NULL REFERENCES account ON DELETE CASCADE,
    asked_at timestamptz NOT NULL
);
COMMENT ON TABLE password_link IS 'Somebody may choose a new password; the row goes when they do';
