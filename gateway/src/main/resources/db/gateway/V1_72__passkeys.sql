CREATE TABLE passkey (
    credential   bytea       PRIMARY KEY,
    account      text        NOT NULL REFERENCES account ON DELETE CASCADE,
    name         text        NOT NULL CHECK (name <> '' AND length(name) <= 100),
    attested     bytea       NOT NULL,
    counter      bigint      NOT NULL,
    added_at     timestamptz NOT NULL,
    used_at      timestamptz
);
CREATE INDEX passkey_by_account ON passkey (account, added_at);
COMMENT ON COLUMN passkey.attested IS 'Attested credential data (WebAuthn Level 3, section 6.5.1): the public key among others';

CREATE TABLE spent_challenge (
    challenge bytea       PRIMARY KEY,
    spent_at  timestamptz NOT NULL
);
COMMENT ON TABLE spent_challenge IS 'Challenges that were answered, for as long as they could be answered again';
