-- Schema version 7: usage events; see SQLite's 0007.sql.

CREATE TABLE usage_event (
  seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id           text COLLATE "C",
  day          text COLLATE "C" NOT NULL,
  part         smallint NOT NULL,
  client       text,
  kind         smallint NOT NULL,
  channel      smallint NOT NULL,
  conditions   text COLLATE "C" NOT NULL,
  activities   text COLLATE "C" NOT NULL,
  opportunity  text COLLATE "C",
  provider     text,
  msoa         text COLLATE "C",
  sub_icb      text COLLATE "C",
  icb          text COLLATE "C",
  imd_decile   smallint,
  lsoa_year    smallint,
  icb_year     smallint,
  imd_year     smallint,
  results      integer,
  more_results boolean,
  suited       integer,
  more_suited  boolean,
  distance     smallint,
  contact      bytea NOT NULL
);
CREATE INDEX usage_event_day ON usage_event (day, icb);
CREATE UNIQUE INDEX usage_event_id ON usage_event (id) WHERE id IS NOT NULL;

CREATE TABLE usage_key (
  day text COLLATE "C" PRIMARY KEY,
  key bytea NOT NULL
);
