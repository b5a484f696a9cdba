-- What counts now between two parties, kept up as ties are written: the network of everything is read from here, not counted
-- from every deed. Scores are halves, so that adding and taking away leaves no rest.
CREATE TABLE tie_total (
  level       INTEGER NOT NULL,
  party       INTEGER NOT NULL,
  toward      INTEGER NOT NULL,
  events      INTEGER NOT NULL,
  cooperation INTEGER NOT NULL,       -- of them, of quad classes 1 and 2
  conflict    INTEGER NOT NULL,       -- and 3 and 4
  score       REAL NOT NULL,
  PRIMARY KEY (level, party, toward)
) STRICT, WITHOUT ROWID;

INSERT INTO tie_total (level, party, toward, events, cooperation, conflict, score)
SELECT level, party, toward, count(*), sum(quad IN (1, 2)), sum(quad IN (3, 4)), total(score)
FROM tie WHERE quad > 0 AND until IS NULL GROUP BY level, party, toward;

CREATE TRIGGER tie_counted AFTER INSERT ON tie WHEN NEW.quad > 0 AND NEW.until IS NULL BEGIN
  INSERT INTO tie_total (level, party, toward, events, cooperation, conflict, score)
  VALUES (NEW.level, NEW.party, NEW.toward, 1, NEW.quad IN (1, 2), NEW.quad IN (3, 4), NEW.score)
  ON CONFLICT (level, party, toward) DO UPDATE SET events = events + 1, cooperation = cooperation + excluded.cooperation,
    conflict = conflict + excluded.conflict, score = score + excluded.score;
END;

CREATE TRIGGER tie_uncounted AFTER DELETE ON tie WHEN OLD.quad > 0 AND OLD.until IS NULL BEGIN
  UPDATE tie_total SET events = events - 1, cooperation = cooperation - (OLD.quad IN (1, 2)),
    conflict = conflict - (OLD.quad IN (3, 4)), score = score - OLD.score
  WHERE level = OLD.level AND party = OLD.party AND toward = OLD.toward;
  DELETE FROM tie_total WHERE level = OLD.level AND party = OLD.party AND toward = OLD.toward AND events = 0;
END;
