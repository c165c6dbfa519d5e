-- Schema version 8: a version for each cell of the surface that holds cards (Search/CardCell.cs); it changes with every card in the cell.
CREATE TABLE card_cell (
  cell    bigint PRIMARY KEY,
  version bigint NOT NULL
);

INSERT INTO card_cell (cell, version)
SELECT DISTINCT floor(lat * 50)::bigint * 1048576 + floor(lon * 30)::bigint, 1 FROM opportunity WHERE lat IS NOT NULL;
