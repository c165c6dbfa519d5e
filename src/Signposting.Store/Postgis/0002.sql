-- Schema version 2: the postcode directory, and small documents kept by name.

CREATE TABLE postcode (
  generation bigint NOT NULL,
  postcode   text COLLATE "C" NOT NULL,
  lat        double precision,
  lon        double precision,
  terminated text,
  PRIMARY KEY (generation, postcode)
);

CREATE TABLE document (
  name    text COLLATE "C" PRIMARY KEY,
  content bytea NOT NULL
);
