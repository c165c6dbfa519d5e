-- Schema version 16: subjects are found by a number (docs/decisions/0034).

-- head: the first eight bytes of the key, as a number: SQLite compares numbers several times faster than bytes, and the tree is half as large.
-- The key itself stands in the subject. What is written goes into the small tree first (version 15).
CREATE TABLE subject_by_head (
  head       INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  PRIMARY KEY (head, subject_id)
) WITHOUT ROWID;
CREATE TABLE subject_by_head_new (
  head       INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  PRIMARY KEY (head, subject_id)
) WITHOUT ROWID;

-- Digit by digit: SQL has no function that reads a number from bytes.
INSERT INTO subject_by_head (head, subject_id) SELECT
  (instr('123456789ABCDEF', substr(h, 1, 1)) << 60) | (instr('123456789ABCDEF', substr(h, 2, 1)) << 56) |
  (instr('123456789ABCDEF', substr(h, 3, 1)) << 52) | (instr('123456789ABCDEF', substr(h, 4, 1)) << 48) |
  (instr('123456789ABCDEF', substr(h, 5, 1)) << 44) | (instr('123456789ABCDEF', substr(h, 6, 1)) << 40) |
  (instr('123456789ABCDEF', substr(h, 7, 1)) << 36) | (instr('123456789ABCDEF', substr(h, 8, 1)) << 32) |
  (instr('123456789ABCDEF', substr(h, 9, 1)) << 28) | (instr('123456789ABCDEF', substr(h, 10, 1)) << 24) |
  (instr('123456789ABCDEF', substr(h, 11, 1)) << 20) | (instr('123456789ABCDEF', substr(h, 12, 1)) << 16) |
  (instr('123456789ABCDEF', substr(h, 13, 1)) << 12) | (instr('123456789ABCDEF', substr(h, 14, 1)) << 8) |
  (instr('123456789ABCDEF', substr(h, 15, 1)) << 4) | (instr('123456789ABCDEF', substr(h, 16, 1)) << 0) AS head, id
FROM (SELECT hex(substr(key, 1, 8)) AS h, id FROM subject) ORDER BY head, id;
DROP TABLE subject_by_key;
DROP TABLE subject_by_key_new;
