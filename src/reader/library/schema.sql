-- One library. Built whole by the compiler, never changed afterwards.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE topic (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    system TEXT NOT NULL,
    kind TEXT NOT NULL,
    also_called TEXT NOT NULL,  -- JSON list
    certainties TEXT NOT NULL,  -- JSON list, highest first
    checked TEXT NOT NULL,
    sections TEXT NOT NULL,     -- JSON list of ids
    grade REAL NOT NULL,        -- Flesch-Kincaid, school years
    words INTEGER NOT NULL
);
CREATE INDEX topic_by_title ON topic (sort_key);

-- The whole page as JSON, apart from the lists so that those stay quick.
CREATE TABLE page (topic INTEGER PRIMARY KEY REFERENCES topic (id), record TEXT NOT NULL);

-- Every name a topic goes by, and each of its tails from a later word on:
-- "lou gehrigs disease", "gehrigs disease". A prefix is then one index range.
CREATE TABLE name (
    plain TEXT NOT NULL,
    word INTEGER NOT NULL,      -- the word at which the tail begins, from 0
    topic INTEGER NOT NULL REFERENCES topic (id),
    shown TEXT NOT NULL,
    PRIMARY KEY (plain, word, topic)
) WITHOUT ROWID;

-- Ready answers for beginnings that many names share, first letters above all: the
-- best topics of each, in order. Any other beginning is a short range of `name`.
CREATE TABLE beginning (
    typed TEXT NOT NULL,
    place INTEGER NOT NULL,     -- from 1
    topic INTEGER NOT NULL REFERENCES topic (id),
    shown TEXT NOT NULL,
    PRIMARY KEY (typed, place)
) WITHOUT ROWID;

-- Every word of a name under its keys, for words with a slip in them; see
-- reader.model.spelling.
CREATE TABLE spelling (
    key TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (key, word)
) WITHOUT ROWID;

CREATE TABLE code (
    plain TEXT NOT NULL,        -- without the dot, capitals
    topic INTEGER NOT NULL REFERENCES topic (id),
    shown TEXT NOT NULL,
    PRIMARY KEY (plain, topic)
) WITHOUT ROWID;

CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL REFERENCES topic (id),
    section TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE VIRTUAL TABLE section_text USING fts5 (
    title,
    body,
    content = 'section',
    content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2',
    prefix = '3'
);

CREATE TABLE picture (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
