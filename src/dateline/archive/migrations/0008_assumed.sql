-- Whether an actor's country is told by the report or is that of what stands around.

ALTER TABLE actor ADD COLUMN country_assumed INTEGER NOT NULL DEFAULT 0 CHECK (country_assumed IN (0, 1));
