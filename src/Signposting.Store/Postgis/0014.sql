-- Schema version 14: of SQLite's trees (docs/decisions/0027); nothing changes here.
SELECT 1;
