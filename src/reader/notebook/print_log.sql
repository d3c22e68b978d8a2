-- Version 2: what was printed, where the person wants such a list. Nothing in it is
-- about a patient: no name, no note, no file.
CREATE TABLE printed (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages >= 0),
  copies INTEGER NOT NULL CHECK (copies >= 1),
  paper TEXT NOT NULL,
  how TEXT NOT NULL
);
