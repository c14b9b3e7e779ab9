CREATE TABLE known_reviewer (
    manuscript text NOT NULL REFERENCES known_manuscript ON DELETE CASCADE,
    account    text NOT NULL,
    PRIMARY KEY (manuscript, account)
);
CREATE INDEX known_reviewer_by_account ON known_reviewer (account);
COMMENT ON TABLE known_reviewer IS 'Who reviewed a manuscript and is told what came of it; as far as review-service knows the account';
