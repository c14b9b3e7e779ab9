ALTER TABLE account ADD COLUMN language text CHECK (language ~ '^[a-z]{2,3}$');
COMMENT ON COLUMN account.language IS 'In which its holder reads and is written to (BCP 47); null as long as they have not said it';
