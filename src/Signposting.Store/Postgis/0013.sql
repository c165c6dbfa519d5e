-- Schema version 13: one @id in several datasets (docs/decisions/0018).

-- successor: the id under which the same dataset's record is offered now.
ALTER TABLE withdrawn ADD COLUMN successor text COLLATE "C";

-- Records of an @id that an earlier dataset has too were left out.
INSERT INTO dirty (subject_id) SELECT id FROM subject WHERE key IN (SELECT key FROM subject GROUP BY key HAVING count(*) > 1) ON CONFLICT DO NOTHING;
