-- The history of study on this machine. `event` is the truth: it is only ever added to, also by an undo.
-- `memory` is what follows from it and can be made again from it (each event carries the memory it left).
-- This is its first version; what has changed since stands in migrations.py.
-- Times are milliseconds since 1970 UTC; days are date ordinals of the learning day, which begins at 4 h local time.

-- One row, always. A file without it is not a history, however empty and well-formed it is.
CREATE TABLE sentinel (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    format     TEXT NOT NULL,               -- "quiz-history/1"
    collection TEXT NOT NULL,               -- random name, shared with the journal beside this file
    created    INTEGER NOT NULL
) STRICT;

-- Who plays: a pseudonym on this machine, never an account.
CREATE TABLE learner (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL
) STRICT;

-- What happened, one row an act of the learner.
CREATE TABLE event (
    seq     INTEGER PRIMARY KEY,            -- 1, 2, 3... without gaps
    learner INTEGER NOT NULL REFERENCES learner (id),
    at      INTEGER NOT NULL,               -- as the clock said, also where it was set back
    day     INTEGER NOT NULL,
    kind    TEXT NOT NULL,                  -- review, cram, regrade, undo, bury, suspend, restore
    card    TEXT NOT NULL,
    target  INTEGER,                        -- the event an undo or a regrade is about
    form    TEXT,                           -- from here to `rating`: answers only
    given   TEXT,                           -- what was chosen or typed
    verdict TEXT,                           -- right, near, wrong
    seconds REAL,                           -- as measured, before any cap
    help    INTEGER,                        -- 1 hint, 2 English, 4 second try, 8 a word's meaning, added up
    auto    INTEGER,                        -- the rating of the grading policy, 1 to 4
    rating  INTEGER,                        -- the rating that counted
    prior   INTEGER,                        -- the event before on the same card: what it left is what was remembered
    after   TEXT NOT NULL                   -- the memory this event left, as JSON (see memory.py)
) STRICT;

CREATE INDEX event_taken_back ON event (target) WHERE kind = 'undo';
CREATE INDEX event_regraded ON event (target) WHERE kind = 'regrade';

-- The log with names, and with the memory before each event.
CREATE VIEW event_whole AS
    SELECT e.seq, l.name AS learner, e.at, e.day, e.kind, e.card, e.target, e.form, e.given, e.verdict, e.seconds,
           e.help, e.auto, e.rating, coalesce(p.after, 'null') AS before, e.after, e.learner AS learner_id
    FROM event e JOIN learner l ON l.id = e.learner LEFT JOIN event p ON p.seq = e.prior;

-- What each learner remembers of each card that was ever asked or put aside.
CREATE TABLE memory (
    learner    INTEGER NOT NULL REFERENCES learner (id),
    card       TEXT NOT NULL,
    stage      INTEGER NOT NULL,            -- 0 new, 1 learning, 2 review, 3 relearning
    step       INTEGER NOT NULL,
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    due        INTEGER NOT NULL,
    last       INTEGER NOT NULL,
    day        INTEGER NOT NULL,            -- learning day of the last answer
    first      INTEGER NOT NULL,            -- learning day of the first answer
    reps       INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    suspended  INTEGER NOT NULL,
    leech      INTEGER NOT NULL,
    buried     INTEGER NOT NULL,            -- hidden up to and including this learning day
    event      INTEGER NOT NULL,            -- the last event on this card
    PRIMARY KEY (learner, card)
) STRICT, WITHOUT ROWID;
