-- Schema version 16: of SQLite's trees (docs/decisions/0034); nothing changes here.
SELECT 16;
