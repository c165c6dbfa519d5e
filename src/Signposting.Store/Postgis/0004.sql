-- Schema version 4: what filters ask of an opportunity. facets: see Search/Facets.cs. words: signature of the record's words (Search/SearchWords.cs).
-- A row that comes from an older version has facets 0 (nothing known) and no words until its subject is derived again.
ALTER TABLE opportunity ADD COLUMN facets bigint NOT NULL DEFAULT 0, ADD COLUMN words bytea;

-- What is derived again is written again, with its facets.
UPDATE opportunity SET hash = 0;
INSERT INTO dirty (subject_id) SELECT DISTINCT subject_id FROM opportunity ON CONFLICT DO NOTHING;
