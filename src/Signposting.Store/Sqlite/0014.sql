-- Schema version 14: PostgreSQL notes what changed for searches; here session_change and the versions of cells tell it.
SELECT 14;
