-- Schema version 10: whose sessions were written or deleted lately, in the order of the transactions, so that a process may remember
-- when an opportunity is next on (Search/SessionMemory.cs). seq has no gaps but at its beginning, where old rows are removed.
CREATE TABLE session_change (
  seq        INTEGER PRIMARY KEY,
  subject_id INTEGER NOT NULL
);
