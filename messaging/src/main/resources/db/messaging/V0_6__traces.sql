-- The trace-id (W3C Trace Context) of all messages about a subject: that of the first one that was said or came.
CREATE TABLE subject_trace (
    subject text PRIMARY KEY,
    trace   text NOT NULL CHECK (trace ~ '^[0-9a-f]{32}$')
);

-- Those under way already: one at which every service arrives by itself.
INSERT INTO subject_trace (subject, trace)
SELECT subject, md5(subject) FROM (SELECT subject FROM outbox UNION SELECT subject FROM inbox) AS known;
