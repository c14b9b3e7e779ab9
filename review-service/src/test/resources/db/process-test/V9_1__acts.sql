CREATE TABLE test_act (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    manuscript text NOT NULL,
    what       text NOT NULL
);
