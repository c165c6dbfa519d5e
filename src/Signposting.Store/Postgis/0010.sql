-- Schema version 10: SQLite notes whose sessions changed. Here a search asks for next sessions in one round trip, and nothing is noted.
SELECT 10;
