-- Schema version 13: one @id in several datasets (docs/decisions/0018).

-- shared_id: the id that the record's @id makes, when another dataset's record has that one; it is then found by an index of its own.
ALTER TABLE opportunity ADD COLUMN shared_id TEXT;
CREATE UNIQUE INDEX opportunity_shared ON opportunity (public_id) WHERE shared_id IS NOT NULL;

-- successor: the id under which the same dataset's record is offered now.
ALTER TABLE withdrawn ADD COLUMN successor TEXT;

-- Records of an @id that an earlier dataset has too were left out.
INSERT OR IGNORE INTO dirty (subject_id) SELECT id FROM subject WHERE key IN (SELECT key FROM subject GROUP BY key HAVING count(*) > 1);
