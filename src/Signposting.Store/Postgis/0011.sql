-- Schema version 11: what was published of usage, and who fetched it; see SQLite's 0011.sql.

CREATE TABLE usage_month (
  month        text COLLATE "C" PRIMARY KEY,
  published_at bigint NOT NULL,
  through      bigint NOT NULL
);

CREATE TABLE usage_publication (
  month   text COLLATE "C" NOT NULL,
  icb     text COLLATE "C" NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (month, icb)
);

CREATE TABLE usage_gap (
  month     text COLLATE "C" NOT NULL,
  publisher text COLLATE "C" NOT NULL,
  gap       text COLLATE "C" NOT NULL,
  searches  bigint NOT NULL,
  PRIMARY KEY (month, publisher, gap)
);

CREATE TABLE usage_download (
  seq     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      bigint NOT NULL,
  client  text NOT NULL,
  icb     text NOT NULL,
  extract text NOT NULL
);
