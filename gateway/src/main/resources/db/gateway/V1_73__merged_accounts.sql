CREATE TABLE account_alias (
    id        text        PRIMARY KEY,
    account   text        NOT NULL REFERENCES account,
    merged_at timestamptz NOT NULL
);
CREATE INDEX account_alias_by_account ON account_alias (account);
COMMENT ON TABLE account_alias IS 'Accounts that went over into another; facts that name them still lead to the person';
