-- Schema version 7: usage events (docs/decisions/0014). No time of day, place, free text or address stands in them.

-- id: of a signpost, as its caller was told; null for others. day: yyyy-MM-dd in Europe/London. part: 1 night, 2 morning, 3 afternoon, 4 evening.
-- client: null is anonymous. kind: 1 search, 2 view, 3 signpost. channel: 1 rest, 2 page, 3 leaflet. conditions, activities: keys and ids,
-- separated by blanks; empty: none. opportunity: public id. msoa: GSS code; sub_icb, icb: ODS codes. sub_icb null: area not known, icb is then the
-- client's own. The years are those of the editions that the area is true for. results, suited: on the first page; null: not searched,
-- not judged. more_results, more_suited: there are, may be, more. distance: 1 under 1 km, 2 to 3, 3 to 5, 4 to 10, 5 beyond.
-- contact: keyed hash of client, area and conditions; its key is in usage_key, for its day only.
CREATE TABLE usage_event (
  seq          INTEGER PRIMARY KEY,
  id           TEXT,
  day          TEXT NOT NULL,
  part         INTEGER NOT NULL,
  client       TEXT,
  kind         INTEGER NOT NULL,
  channel      INTEGER NOT NULL,
  conditions   TEXT NOT NULL,
  activities   TEXT NOT NULL,
  opportunity  TEXT,
  provider     TEXT,
  msoa         TEXT,
  sub_icb      TEXT,
  icb          TEXT,
  imd_decile   INTEGER,
  lsoa_year    INTEGER,
  icb_year     INTEGER,
  imd_year     INTEGER,
  results      INTEGER,
  more_results INTEGER,
  suited       INTEGER,
  more_suited  INTEGER,
  distance     INTEGER,
  contact      BLOB NOT NULL
);
CREATE INDEX usage_event_day ON usage_event (day, icb);
CREATE UNIQUE INDEX usage_event_id ON usage_event (id) WHERE id IS NOT NULL;

CREATE TABLE usage_key (
  day TEXT NOT NULL PRIMARY KEY,
  key BLOB NOT NULL
) WITHOUT ROWID;
