ALTER TABLE account ADD COLUMN orcid text UNIQUE CHECK (orcid ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$');
COMMENT ON COLUMN account.orcid IS 'Authenticated: its holder signed in at ORCID on our behalf';

ALTER TABLE registration ADD COLUMN orcid text;
ALTER TABLE registration ALTER COLUMN password DROP NOT NULL;
