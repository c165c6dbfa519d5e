-- Schema version 15: what is in random order is gathered in small trees first (docs/decisions/0027).

-- Three trees in random order took four fifths of the log of a harvest: each record of a page is on another of their pages, and each page is written
-- whole. What is written goes into the tree whose name ends in _new, of some twenty pages, and is moved into the large one, in its order, when there is
-- much of it. A row stands in one of the two; whoever looks for it asks both.

-- Subjects by their keys. That no two have the same key and dataset is seen to by the writer, who asks first.
CREATE TABLE subject_by_key (
  key        BLOB NOT NULL,
  dataset_id INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  PRIMARY KEY (key, dataset_id)
) WITHOUT ROWID;
CREATE TABLE subject_by_key_new (
  key        BLOB NOT NULL,
  dataset_id INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  PRIMARY KEY (key, dataset_id)
) WITHOUT ROWID;
INSERT INTO subject_by_key (key, dataset_id, subject_id) SELECT key, dataset_id, id FROM subject ORDER BY key, dataset_id;
DROP INDEX subject_key;

-- Opportunities at a place by their spots (version 12). Those of an older version that were not derived again yet lack their dataset.
UPDATE opportunity SET dataset_id = (SELECT s.dataset_id FROM subject s WHERE s.id = opportunity.subject_id) WHERE dataset_id IS NULL;
CREATE TABLE opportunity_by_spot (
  spot           INTEGER NOT NULL,
  dataset_id     INTEGER NOT NULL,
  opportunity_id INTEGER NOT NULL,
  PRIMARY KEY (spot, dataset_id, opportunity_id)
) WITHOUT ROWID;
CREATE TABLE opportunity_by_spot_new (
  spot           INTEGER NOT NULL,
  dataset_id     INTEGER NOT NULL,
  opportunity_id INTEGER NOT NULL,
  PRIMARY KEY (spot, dataset_id, opportunity_id)
) WITHOUT ROWID;
INSERT INTO opportunity_by_spot (spot, dataset_id, opportunity_id) SELECT spot, dataset_id, id FROM opportunity WHERE spot IS NOT NULL ORDER BY spot, dataset_id, id;
DROP INDEX opportunity_spot;

CREATE TABLE opportunity_term_new (
  term_id        INTEGER NOT NULL,
  opportunity_id INTEGER NOT NULL,
  PRIMARY KEY (term_id, opportunity_id)
) WITHOUT ROWID;
