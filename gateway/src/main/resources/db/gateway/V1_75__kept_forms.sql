CREATE TABLE kept_form (
    key_hash bytea       PRIMARY KEY,
    account  text        NOT NULL REFERENCES account ON DELETE CASCADE,
    path     text        NOT NULL,
    page     text,
    fields   bytea       NOT NULL,
    kept_at  timestamptz NOT NULL,
    sent_at  timestamptz
);
CREATE INDEX kept_form_by_age ON kept_form (kept_at);
CREATE INDEX kept_form_by_account ON kept_form (account);
COMMENT ON TABLE kept_form IS 'What was typed when a session ended; the row goes after an hour';
COMMENT ON COLUMN kept_form.key_hash IS 'SHA-256 of what the browser''s cookie holds; the key itself is kept nowhere';
COMMENT ON COLUMN kept_form.fields IS 'AES-256-GCM: nonce, then the sealed form';
