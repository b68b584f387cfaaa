-- What a rule needs to outlive an upgrade of its plugin.
--   plugin           identifier of the plugin that brings the rule and its newest form; empty for a rule that stands in the table alone
--   definition       such a rule as JSON, in the form of a rule file: what the other columns have no place for; they come first where both say something
--   origin_severity  what its origin says; another severity beside it is the operator's
-- The revision grows with every change of what the rules do, whoever makes it; hits are no such change.

ALTER TABLE rules ADD COLUMN plugin TEXT NOT NULL DEFAULT '';
ALTER TABLE rules ADD COLUMN definition TEXT NOT NULL DEFAULT '';
ALTER TABLE rules ADD COLUMN origin_severity TEXT NOT NULL DEFAULT '';

CREATE TABLE table_revisions (
    name TEXT PRIMARY KEY,
    revision INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO table_revisions (name, revision) VALUES ('rules', 1);

CREATE TRIGGER rules_inserted AFTER INSERT ON rules
BEGIN
    UPDATE table_revisions SET revision = revision + 1 WHERE name = 'rules';
END;
CREATE TRIGGER rules_deleted AFTER DELETE ON rules
BEGIN
    UPDATE table_revisions SET revision = revision + 1 WHERE name = 'rules';
END;
CREATE TRIGGER rules_updated
AFTER UPDATE OF name, pattern, detector, severity, action, enabled, tier, source, description, tags, validator, plugin, definition ON rules
BEGIN
    UPDATE table_revisions SET revision = revision + 1 WHERE name = 'rules';
END;
