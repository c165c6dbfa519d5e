-- Schema version 6: feeds that come and go, resynchronising by mark and sweep, and who harvests; see SQLite's 0006.sql.

ALTER TABLE feed
  ADD COLUMN gone_since bigint,
  ADD COLUMN gone_seen bigint,
  ADD COLUMN purged_at bigint,
  ADD COLUMN resync_at bigint,
  ADD COLUMN generation bigint NOT NULL DEFAULT 0,
  ADD COLUMN low_modified bigint,
  ADD COLUMN jumped_at bigint,
  ADD COLUMN resync_phase smallint NOT NULL DEFAULT 0,
  ADD COLUMN concealed boolean NOT NULL DEFAULT false,
  ADD COLUMN resync_reason text;
CREATE INDEX feed_concealed ON feed (id) WHERE concealed;

CREATE TABLE seen (
  feed_id    bigint NOT NULL,
  item_key   bigint NOT NULL,
  generation bigint NOT NULL,
  PRIMARY KEY (feed_id, item_key)
);

CREATE TABLE lease (
  name  text COLLATE "C" PRIMARY KEY,
  owner text NOT NULL,
  until bigint NOT NULL
);
