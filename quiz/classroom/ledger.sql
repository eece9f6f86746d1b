-- One lesson: its cards and rules as they were, and what happened, in order. Times are milliseconds since 1970 UTC.

CREATE TABLE lesson (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    format  TEXT NOT NULL,      -- "quiz-lesson/1"
    name    TEXT NOT NULL,      -- the lesson's id: the file's name without its ending
    code    TEXT NOT NULL,
    begun   INTEGER NOT NULL,
    deck    TEXT NOT NULL,      -- the cards played, as a deck's JSON
    rules   TEXT NOT NULL       -- the rules, as JSON
) STRICT;

CREATE TABLE happening (
    seq     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    seat    INTEGER,
    round   INTEGER,
    number  INTEGER,
    choice  INTEGER,
    text    TEXT,
    token   TEXT
) STRICT;
