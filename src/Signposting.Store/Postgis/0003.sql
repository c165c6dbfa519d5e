-- Schema version 3: subjects whose full Schedules are expanded into sessions (those with item_key -1), and up to when
-- (Unix seconds); 9223372036854775807: not at all, because their publisher publishes the sessions.
CREATE TABLE schedule (
  subject_id bigint PRIMARY KEY,
  until      bigint NOT NULL
);
CREATE INDEX schedule_until ON schedule (until);
