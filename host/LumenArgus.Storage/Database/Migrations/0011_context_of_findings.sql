-- The masked line around a secret; empty for other findings and for rows from before.

ALTER TABLE findings ADD COLUMN context TEXT NOT NULL DEFAULT '';
