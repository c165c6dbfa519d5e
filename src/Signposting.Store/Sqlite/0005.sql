-- Schema version 5: what an operator decides (keys, what is hidden), and areas.

-- hash: SHA-256 of the whole key, which is not kept. scopes: separated by blanks. icb, ods: ODS codes.
CREATE TABLE api_key (
  id         TEXT NOT NULL PRIMARY KEY,
  hash       BLOB NOT NULL,
  client     TEXT NOT NULL,
  scopes     TEXT NOT NULL,
  icb        TEXT,
  ods        TEXT,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
);

-- kind: 0 an opportunity (public id), 1 an organiser (name), 2 a feed (URL). who: the client that hid it.
CREATE TABLE hidden (
  kind   INTEGER NOT NULL,
  target TEXT NOT NULL,
  reason TEXT NOT NULL,
  who    TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (kind, target)
) WITHOUT ROWID;

-- How often what processes hold in memory has changed: 'api-key', 'hidden'.
CREATE TABLE change (
  name  TEXT NOT NULL PRIMARY KEY,
  count INTEGER NOT NULL
) WITHOUT ROWID;

-- lsoa: of 2021. The MSOA is the same for all postcodes of an LSOA.
ALTER TABLE postcode ADD COLUMN lsoa TEXT;
CREATE TABLE lsoa_msoa (
  generation INTEGER NOT NULL,
  lsoa       TEXT NOT NULL,
  msoa       TEXT NOT NULL,
  PRIMARY KEY (generation, lsoa)
) WITHOUT ROWID;

-- sub_icb, icb: GSS codes, see health_body. imd_decile: 1 is the most deprived tenth.
CREATE TABLE area (
  lsoa       TEXT NOT NULL PRIMARY KEY,
  msoa       TEXT,
  msoa_name  TEXT,
  sub_icb    TEXT NOT NULL,
  icb        TEXT NOT NULL,
  imd_decile INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE health_body (
  gss  TEXT NOT NULL PRIMARY KEY,
  ods  TEXT NOT NULL,
  name TEXT NOT NULL
) WITHOUT ROWID;

-- One row, or none while no areas were imported.
CREATE TABLE area_vintage (
  lsoa_year   INTEGER NOT NULL,
  icb_year    INTEGER NOT NULL,
  imd_year    INTEGER NOT NULL,
  source      TEXT NOT NULL,
  imported_at INTEGER NOT NULL
);
