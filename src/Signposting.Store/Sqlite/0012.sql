-- Schema version 12: fewer index pages written for each record (docs/decisions/0026).

-- spot: its cell, as a number (Search/CardCell.cs), above 32 bits of its name and kind, 0 for what is never merged (SameClass/ClassLikeness.cs); null: at no place.
-- It takes the place of likeness: one index finds what is in a cell and, in it, what is alike.
ALTER TABLE opportunity ADD COLUMN spot INTEGER;
UPDATE opportunity SET spot =
  (SELECT (((CAST(floor(c.lat * 50) AS INTEGER) + 4500) * 10801 + CAST(floor(c.lon * 30) AS INTEGER) + 5400) << 32)
     | CASE WHEN likeness IS NULL THEN 0 ELSE max(1, (likeness >> 32) & 4294967295) END
   FROM card c WHERE c.id = opportunity.id AND c.lat IS NOT NULL);
DROP INDEX opportunity_likeness;
ALTER TABLE opportunity DROP COLUMN likeness;
CREATE INDEX opportunity_spot ON opportunity (spot, dataset_id) WHERE spot IS NOT NULL;

-- The surface of each cell that has held a card, a little larger. cell: a number as above.
CREATE VIRTUAL TABLE cell_box USING rtree (cell, min_lat, max_lat, min_lon, max_lon);
INSERT INTO cell_box (cell, min_lat, max_lat, min_lon, max_lon)
SELECT (y + 4500) * 10801 + x + 5400, y / 50.0 - 1e-9, (y + 1) / 50.0 + 1e-9, x / 30.0 - 1e-9, (x + 1) / 30.0 + 1e-9
FROM (SELECT y, cell - y * 1048576 AS x FROM (SELECT cell, CAST(floor((cell + 524288) / 1048576.0) AS INTEGER) AS y FROM card_cell));
DROP TABLE opportunity_box;

-- A public id is the beginning of its subject's key, by which it is found; that of a further venue is not.
DROP INDEX opportunity_public;
CREATE UNIQUE INDEX opportunity_part ON opportunity (public_id) WHERE split IS NOT NULL;
