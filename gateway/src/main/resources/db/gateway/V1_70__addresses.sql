CREATE TABLE account_address (
    address      text        NOT NULL CHECK (length(address) <= 254),
    account      text        NOT NULL REFERENCES account ON DELETE CASCADE,
    confirmed_at timestamptz NOT NULL,
    main         boolean     NOT NULL
);
CREATE UNIQUE INDEX account_address_once ON account_address (lower(address));
CREATE UNIQUE INDEX account_address_main ON account_address (account) WHERE main;
CREATE INDEX account_address_by_account ON account_address (account);
COMMENT ON COLUMN account_address.main IS 'Where mail goes; an account has exactly one';

INSERT INTO account_address (address, account, confirmed_at, main)
SELECT address, id, opened_at, true FROM account;

DROP INDEX account_by_address;
ALTER TABLE account DROP COLUMN address;

CREATE TABLE link_request (
    id       uuid        PRIMARY KEY,
    purpose  text        NOT NULL CHECK (purpose IN ('password', 'address', 'merge')),
    address  text        NOT NULL,
    account  text        REFERENCES account ON DELETE CASCADE,
    asked_at timestamptz NOT NULL,
    CHECK ((account IS NULL) = (purpose = 'password'))
);
COMMENT ON TABLE link_request IS 'Somebody asked for a mail to this address; whether anybody has it is looked up when the mail is written. The row goes when its link is used';

INSERT INTO link_request (id, purpose, address, asked_at)
SELECT l.id, 'password', a.address, l.asked_at
FROM password_link l JOIN account_address a ON a.account = l.account AND a.main;
DROP TABLE password_link;

ALTER TABLE session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
                    ADD COLUMN browser text NOT NULL DEFAULT '';
COMMENT ON COLUMN session.id IS 'By which its owner ends it from another browser; it opens nothing';
