-- Schema version 5: what an operator decides (keys, what is hidden), and areas; see SQLite's 0005.sql.

CREATE TABLE api_key (
  id         text COLLATE "C" PRIMARY KEY,
  hash       bytea NOT NULL,
  client     text NOT NULL,
  scopes     text NOT NULL,
  icb        text,
  ods        text,
  created_at bigint NOT NULL,
  revoked_at bigint
);

CREATE TABLE hidden (
  kind   smallint NOT NULL,
  target text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  who    text NOT NULL,
  at     bigint NOT NULL,
  PRIMARY KEY (kind, target)
);

CREATE TABLE change (
  name  text COLLATE "C" PRIMARY KEY,
  count bigint NOT NULL
);

ALTER TABLE postcode ADD COLUMN lsoa text COLLATE "C";
CREATE TABLE lsoa_msoa (
  generation bigint NOT NULL,
  lsoa       text COLLATE "C" NOT NULL,
  msoa       text NOT NULL,
  PRIMARY KEY (generation, lsoa)
);

CREATE TABLE area (
  lsoa       text COLLATE "C" PRIMARY KEY,
  msoa       text,
  msoa_name  text,
  sub_icb    text COLLATE "C" NOT NULL,
  icb        text COLLATE "C" NOT NULL,
  imd_decile smallint NOT NULL
);

CREATE TABLE health_body (
  gss  text COLLATE "C" PRIMARY KEY,
  ods  text NOT NULL,
  name text NOT NULL
);

CREATE TABLE area_vintage (
  lsoa_year   integer NOT NULL,
  icb_year    integer NOT NULL,
  imd_year    integer NOT NULL,
  source      text NOT NULL,
  imported_at bigint NOT NULL
);
