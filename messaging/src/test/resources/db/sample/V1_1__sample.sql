CREATE TABLE effect (number bigint GENERATED ALWAYS AS IDENTITY, message text NOT NULL, subject text NOT NULL, text text NOT NULL);
CREATE TABLE news (number bigint GENERATED ALWAYS AS IDENTITY, text text NOT NULL);
CREATE SEQUENCE witness;
CREATE TABLE witnessed (message text PRIMARY KEY, number bigint NOT NULL);
