-- Schema version 6: feeds that come and go, resynchronising by mark and sweep, and who harvests.

-- gone_since, gone_seen: first and latest sight of 404, 410 or of the feed's absence from its dataset site; null while it is there.
-- concealed: its records are left out of answers. purged_at: they were removed.
-- resync_phase: 0 none, 1 reading from the start, 2 sweeping. resync_reason: why it runs, or, in phase 0, why it is wanted.
-- resync_at: when the latest one began. generation: counts them. low_modified: the lowest 'modified' of the latest page that had any.
ALTER TABLE feed ADD COLUMN gone_since INTEGER;
ALTER TABLE feed ADD COLUMN gone_seen INTEGER;
ALTER TABLE feed ADD COLUMN concealed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN purged_at INTEGER;
ALTER TABLE feed ADD COLUMN resync_phase INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN resync_reason TEXT;
ALTER TABLE feed ADD COLUMN resync_at INTEGER;
ALTER TABLE feed ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN low_modified INTEGER;
ALTER TABLE feed ADD COLUMN jumped_at INTEGER;
CREATE INDEX feed_concealed ON feed (id) WHERE concealed = 1;

-- Items that a resynchronisation has met. Beside item, so that ordinary harvests write nothing here.
CREATE TABLE seen (
  feed_id    INTEGER NOT NULL,
  item_key   INTEGER NOT NULL,
  generation INTEGER NOT NULL,
  PRIMARY KEY (feed_id, item_key)
) WITHOUT ROWID;

-- Who does what only one process may do at a time, and until when (Unix seconds) it counts without being renewed.
CREATE TABLE lease (
  name  TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL
) WITHOUT ROWID;
