CREATE TABLE deed (number bigint NOT NULL, text text NOT NULL);
CREATE TABLE effect (number bigint NOT NULL, text text NOT NULL);
