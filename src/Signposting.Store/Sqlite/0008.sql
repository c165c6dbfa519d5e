-- Schema version 8: a version for each cell of the surface that holds cards (Search/CardCell.cs); it changes with every card in the cell.
CREATE TABLE card_cell (
  cell    INTEGER PRIMARY KEY,
  version INTEGER NOT NULL
);

INSERT INTO card_cell (cell, version)
SELECT DISTINCT CAST(floor(lat * 50) AS INTEGER) * 1048576 + CAST(floor(lon * 30) AS INTEGER), 1 FROM card WHERE lat IS NOT NULL;
