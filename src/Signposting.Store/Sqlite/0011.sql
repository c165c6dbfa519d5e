-- Schema version 11: what was published of usage (docs/decisions/0023), and who fetched it.

-- month: yyyy-MM. through: the highest usage_event.seq that was there when it was published; what comes later for this month is an adjustment of the next.
CREATE TABLE usage_month (
  month        TEXT NOT NULL PRIMARY KEY,
  published_at INTEGER NOT NULL,
  through      INTEGER NOT NULL
) WITHOUT ROWID;

-- icb: ODS code; empty: national. content: what was published, compressed; it never changes.
CREATE TABLE usage_publication (
  month   TEXT NOT NULL,
  icb     TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (month, icb)
);

-- Searches whose first page showed a record of this publisher without this property. No person, client, place or condition.
CREATE TABLE usage_gap (
  month     TEXT NOT NULL,
  publisher TEXT NOT NULL,
  gap       TEXT NOT NULL,
  searches  INTEGER NOT NULL,
  PRIMARY KEY (month, publisher, gap)
) WITHOUT ROWID;

-- client: name of a client, or of the operator's command line. extract: id of the package or table.
CREATE TABLE usage_download (
  seq     INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  client  TEXT NOT NULL,
  icb     TEXT NOT NULL,
  extract TEXT NOT NULL
);
