-- Schema version 1 of the SQLite engine. Times are Unix seconds (UTC). Wide tables are ordinary rowid tables;
-- narrow ones with ten million rows are WITHOUT ROWID, so that the key is stored once.

CREATE TABLE dataset (
  id        INTEGER PRIMARY KEY,
  url       TEXT NOT NULL UNIQUE,
  name      TEXT,
  publisher TEXT,
  licence   TEXT
);

CREATE TABLE feed (
  id              INTEGER PRIMARY KEY,
  url             TEXT NOT NULL UNIQUE,
  kind            TEXT NOT NULL,
  dataset_id      INTEGER NOT NULL REFERENCES dataset (id),
  total_items     INTEGER,
  cursor          TEXT,
  reached_end     INTEGER NOT NULL DEFAULT 0,
  licence         TEXT,
  pages           INTEGER NOT NULL DEFAULT 0,
  state           INTEGER NOT NULL DEFAULT 0,
  fault_code      TEXT,
  fault_text      TEXT,
  last_success    INTEGER,
  last_change     INTEGER,
  newest_modified INTEGER,
  next_try        INTEGER,
  items_held      INTEGER NOT NULL DEFAULT 0,
  orphans         INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE feed_rejection (
  feed_id INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  count   INTEGER NOT NULL,
  example TEXT,
  PRIMARY KEY (feed_id, reason)
) WITHOUT ROWID;

-- Anything with an @id that an item describes or refers to. key: first 16 bytes of the SHA-256 of the @id.
-- times: its publisher has published a session of it. described: somebody says what it is.
-- root_id: sessions of this IndividualFacilityUse are shown under that FacilityUse.
-- reason: why it is described and yet not offered.
CREATE TABLE subject (
  id         INTEGER PRIMARY KEY,
  key        BLOB NOT NULL,
  dataset_id INTEGER NOT NULL,
  times      INTEGER NOT NULL DEFAULT 0,
  described  INTEGER NOT NULL DEFAULT 0,
  root_id    INTEGER,
  reason     TEXT,
  detail     TEXT
);
CREATE UNIQUE INDEX subject_key ON subject (key, dataset_id);
CREATE INDEX subject_root ON subject (root_id) WHERE root_id IS NOT NULL;

-- One row for each RPDE item heard of. item_key: the integer id, or a negative hash of a text id.
-- state: 0 held, 1 rejected, 2 deleted. subject_id and start name the item's one session; refs all, when there is more.
CREATE TABLE item (
  feed_id    INTEGER NOT NULL,
  item_key   INTEGER NOT NULL,
  modified   INTEGER,
  state      INTEGER NOT NULL,
  hash       INTEGER NOT NULL,
  subject_id INTEGER,
  start      INTEGER,
  refs       BLOB,
  reason     TEXT,
  detail     TEXT,
  at         INTEGER,
  PRIMARY KEY (feed_id, item_key)
) WITHOUT ROWID;
CREATE INDEX item_deleted ON item (at) WHERE state = 2;

-- seconds: duration, null when unknown. flags: bits 0-1 status, 2 embedded, 3 whole.
CREATE TABLE session (
  subject_id INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  feed_id    INTEGER NOT NULL,
  item_key   INTEGER NOT NULL,
  ord        INTEGER NOT NULL,
  seconds    INTEGER,
  flags      INTEGER NOT NULL,
  remaining  INTEGER,
  variant_id INTEGER,
  url        TEXT,
  PRIMARY KEY (subject_id, start, feed_id, item_key, ord)
) WITHOUT ROWID;

-- What sessions state themselves, once for each distinct statement under a subject.
CREATE TABLE variant (
  id           INTEGER PRIMARY KEY,
  subject_id   INTEGER NOT NULL,
  hash         INTEGER NOT NULL,
  type         INTEGER NOT NULL,
  feed_id      INTEGER NOT NULL,
  modified_at  INTEGER,
  harvested_at INTEGER NOT NULL,
  doc          BLOB NOT NULL
);
CREATE UNIQUE INDEX variant_subject ON variant (subject_id, hash);

-- Who describes a subject. origin: 0 the item itself, 1 nested in another, 2 embedded in a child (item_key 0).
-- original: the item's data, Brotli.
CREATE TABLE fragment (
  id           INTEGER PRIMARY KEY,
  subject_id   INTEGER NOT NULL,
  origin       INTEGER NOT NULL,
  feed_id      INTEGER NOT NULL,
  item_key     INTEGER NOT NULL,
  type         INTEGER NOT NULL,
  parent_id    INTEGER,
  modified     INTEGER,
  modified_at  INTEGER,
  harvested_at INTEGER NOT NULL,
  hash         INTEGER NOT NULL,
  doc          BLOB NOT NULL,
  original     BLOB
);
CREATE UNIQUE INDEX fragment_subject ON fragment (subject_id, origin, feed_id, item_key);
CREATE INDEX fragment_parent ON fragment (parent_id) WHERE parent_id IS NOT NULL;

-- What is offered: inheritance done. doc is null when it is the fragment's own. split: the variants it shows (JSON), null for all.
CREATE TABLE opportunity (
  id           INTEGER PRIMARY KEY,
  public_id    TEXT NOT NULL,
  subject_id   INTEGER NOT NULL,
  type         INTEGER NOT NULL,
  feed_id      INTEGER NOT NULL,
  fragment_id  INTEGER,
  modified_at  INTEGER,
  harvested_at INTEGER NOT NULL,
  flags        INTEGER NOT NULL,
  split        TEXT,
  starts       INTEGER,
  ends         INTEGER,
  activities   TEXT,
  hash         INTEGER NOT NULL,
  doc          BLOB
);
CREATE UNIQUE INDEX opportunity_public ON opportunity (public_id);
CREATE INDEX opportunity_subject ON opportunity (subject_id);
CREATE INDEX opportunity_online ON opportunity (id) WHERE flags & 1;

-- Where it is. The box is single precision, rounded outwards; lat and lon are exact.
-- a1, a2, a3: activities (term ids); a3 = -1: there are more.
CREATE VIRTUAL TABLE opportunity_place USING rtree (
  id, min_lat, max_lat, min_lon, max_lon,
  +lat, +lon, +subject_id, +public_id, +kind, +flags, +a1, +a2, +a3, +starts, +ends
);

CREATE TABLE term (
  id    INTEGER PRIMARY KEY,
  value TEXT NOT NULL UNIQUE
);

CREATE TABLE withdrawn (
  public_id TEXT NOT NULL PRIMARY KEY,
  at        INTEGER NOT NULL
) WITHOUT ROWID;

-- Subjects to be derived again when a parent had too many children for one page.
CREATE TABLE dirty (
  subject_id INTEGER PRIMARY KEY
);
