-- Schema version 2: the postcode directory, and small documents kept by name.

CREATE TABLE postcode (
  postcode   TEXT NOT NULL PRIMARY KEY,
  lat        REAL,
  lon        REAL,
  terminated TEXT,
  generation INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE document (
  name    TEXT NOT NULL PRIMARY KEY,
  content BLOB NOT NULL
);
