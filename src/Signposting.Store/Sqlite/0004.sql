-- Schema version 4: what filters ask of an opportunity stands beside the spatial index, and each activity lists its opportunities.

-- One row for each opportunity, small enough that hundreds are read for a search. facets: see Search/Facets.cs. words: signature of the
-- record's words (Search/SearchWords.cs). activities: term ids (JSON). A row that comes from an older version has facets 0 (nothing known) and no words
-- until its subject is derived again.
CREATE TABLE card (
  id         INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  flags      INTEGER NOT NULL,
  lat        REAL,
  lon        REAL,
  starts     INTEGER,
  ends       INTEGER,
  facets     INTEGER NOT NULL,
  hash       INTEGER NOT NULL,
  public_id  TEXT NOT NULL,
  activities TEXT,
  words      BLOB
);

-- Single precision, rounded outwards; the card is exact.
CREATE VIRTUAL TABLE opportunity_box USING rtree (id, min_lat, max_lat, min_lon, max_lon);

CREATE TABLE opportunity_term (
  term_id        INTEGER NOT NULL,
  opportunity_id INTEGER NOT NULL,
  PRIMARY KEY (term_id, opportunity_id)
) WITHOUT ROWID;

INSERT INTO card (id, subject_id, kind, flags, lat, lon, starts, ends, facets, hash, public_id, activities)
SELECT o.id, o.subject_id, CASE o.type WHEN 1 THEN 1 WHEN 2 THEN 1 WHEN 6 THEN 2 WHEN 7 THEN 2 WHEN 8 THEN 4 WHEN 9 THEN 4 WHEN 10 THEN 5 ELSE 3 END,
  o.flags, p.lat, p.lon, o.starts, o.ends, 0, o.hash, o.public_id, o.activities
FROM opportunity o LEFT JOIN opportunity_place p ON p.id = o.id;

INSERT INTO opportunity_box (id, min_lat, max_lat, min_lon, max_lon) SELECT id, lat, lat, lon, lon FROM card WHERE lat IS NOT NULL;

INSERT OR IGNORE INTO opportunity_term (term_id, opportunity_id) SELECT a.value, o.id FROM opportunity o, json_each(o.activities) a;

DROP TABLE opportunity_place;
DROP INDEX opportunity_online;
CREATE INDEX card_online ON card (id) WHERE flags & 1;

-- What is derived again is written again, with its facets.
UPDATE opportunity SET hash = 0;
INSERT OR IGNORE INTO dirty (subject_id) SELECT subject_id FROM opportunity;
