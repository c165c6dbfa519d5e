-- What a store of schema version 1 held: yoga at the library with one session, and an opportunity that was withdrawn.
INSERT INTO dataset (url, name, publisher, licence) VALUES ('https://example.org/openactive', 'Example', 'Example Leisure', 'https://creativecommons.org/licenses/by/4.0/');
INSERT INTO feed (url, kind, dataset_id, cursor, reached_end, pages, state, last_success)
VALUES ('https://example.org/openactive/feeds/sessions', 'sessions', 1, 'https://example.org/openactive/feeds/sessions?after=1', true, 1, 1, 1795341600);
INSERT INTO subject (key, dataset_id, times, described) VALUES ('\xb27991de5abcd96e7c64684f2c56d904', 1, true, true);
INSERT INTO item (feed_id, item_key, modified, state, hash, subject_id, start, refs) VALUES
  (1, 1, 1, 0, 11, NULL, NULL, '\x0000000001000000010000000000000000'),
  (1, 2, 1, 0, 12, 1, 1795428000, NULL);
INSERT INTO session (subject_id, start, feed_id, item_key, ord, seconds, flags, remaining) VALUES (1, 1795428000, 1, 2, 0, 3600, 0, 5);
INSERT INTO fragment (subject_id, origin, feed_id, item_key, type, modified, modified_at, harvested_at, hash, doc)
VALUES (1, 0, 1, 1, 1, 1, 1, 1795341600, 13,
  convert_to('{"name":"Yoga","activities":[{"id":"https://openactive.io/activity-list#yoga","label":"Yoga"}],"place":{"name":"Central Library","lat":53.8,"lon":-1.548}}', 'UTF8'));
INSERT INTO term (value) VALUES ('https://openactive.io/activity-list#yoga');
INSERT INTO opportunity (public_id, subject_id, type, kind, feed_id, fragment_id, modified_at, harvested_at, flags, activities, hash, lat, lon, geom)
VALUES ('op_p9ws3qjtqkcpwz34', 1, 1, 1, 1, 1, 1, 1795341600, 2, '{1}', 14, 53.8, -1.548, ST_SetSRID(ST_MakePoint(-1.548, 53.8), 4326));
INSERT INTO withdrawn (public_id, at) VALUES ('op_0000000000000000', 1795341600);
