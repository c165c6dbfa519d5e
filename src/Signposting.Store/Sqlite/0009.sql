-- Schema version 9: the same class from two publishers (docs/decisions/0018).

-- likeness: hash of name and kind, and the cell (SameClass/ClassLikeness.cs); null: never merged. dataset_id: of its subject.
-- speaker_id: the row of another dataset under which it is shown.
ALTER TABLE opportunity ADD COLUMN likeness INTEGER;
ALTER TABLE opportunity ADD COLUMN dataset_id INTEGER;
ALTER TABLE opportunity ADD COLUMN speaker_id INTEGER;
CREATE INDEX opportunity_likeness ON opportunity (likeness, dataset_id) WHERE likeness IS NOT NULL;
CREATE INDEX opportunity_speaker ON opportunity (speaker_id) WHERE speaker_id IS NOT NULL;

-- Subjects whose records resemble one of another dataset, so that a change of their sessions may bring them together or part them.
CREATE TABLE compared (
  subject_id INTEGER PRIMARY KEY
);

-- What is derived again is written again, with its likeness.
UPDATE opportunity SET hash = 0;
INSERT OR IGNORE INTO dirty (subject_id) SELECT subject_id FROM opportunity;
