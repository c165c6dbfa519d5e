-- Schema version 14: what transactions changed lately that a process may remember for searches (docs/decisions/0031). seq is the time in
-- microseconds, or one more than the last: a number that a crash of the server took away is not given again.
-- subjects: whose sessions, or whether they have any, may have changed. cells, versions: of cards (card_cell).
CREATE TABLE search_change (
  seq      bigint PRIMARY KEY,
  subjects bigint[],
  cells    bigint[],
  versions bigint[]
);

-- One to begin with: who knows it is told what follows.
INSERT INTO search_change (seq) VALUES ((extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
