-- Schema version 15: of SQLite's trees (docs/decisions/0027); nothing changes here.
SELECT 15;
