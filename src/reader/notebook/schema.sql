-- The notebook, version 1. Moments are UTC text as in 2026-08-01T09:30:00.000000Z.

-- Numbers are never used twice (AUTOINCREMENT), so that undoing an old act can
-- never meet a newer bookmark by accident.
CREATE TABLE folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- The name as it is compared: case and composition do not make another folder.
  name_key TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
);

CREATE TABLE bookmark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL,
  section TEXT,
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  folder_id INTEGER REFERENCES folder (id),
  position INTEGER NOT NULL,
  added TEXT NOT NULL
);
CREATE INDEX bookmark_by_folder ON bookmark (folder_id, position);
CREATE INDEX bookmark_by_slug ON bookmark (slug);

CREATE TABLE visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  slug TEXT NOT NULL,
  section TEXT,
  title TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX visit_by_time ON visit (at);
CREATE INDEX visit_by_slug ON visit (slug, at);

CREATE TABLE place (
  slug TEXT PRIMARY KEY,
  section TEXT,
  fraction REAL NOT NULL CHECK (fraction BETWEEN 0 AND 1),
  at TEXT NOT NULL
) WITHOUT ROWID;

-- Values are JSON, one row for each setting that was ever changed.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
