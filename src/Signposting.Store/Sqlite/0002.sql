-- Schema version 2: the postcode directory, and small documents kept by name.

-- generation: one import; the document 'postcode-generation' names the one that answers (8 bytes, little-endian).
CREATE TABLE postcode (
  generation INTEGER NOT NULL,
  postcode   TEXT NOT NULL,
  lat        REAL,
  lon        REAL,
  terminated TEXT,
  PRIMARY KEY (generation, postcode)
) WITHOUT ROWID;

CREATE TABLE document (
  name    TEXT NOT NULL PRIMARY KEY,
  content BLOB NOT NULL
);
