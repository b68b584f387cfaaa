-- What the original does not have.
--   exchange_id    the exchange of the first sight, as in the audit log
--   verdict        what the value says about itself; empty for nothing
--   rule_severity  the severity before the verdict lowered it; empty where it did not
--   count          how often the value was in the body when it was first seen (seen_count counts exchanges)
--   first_seen     the first sight; timestamp is the newest
--   detail         for findings of the host: what happened, in words

ALTER TABLE findings ADD COLUMN exchange_id TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN rule_severity TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN count INTEGER NOT NULL DEFAULT 1;
ALTER TABLE findings ADD COLUMN first_seen TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN detail TEXT NOT NULL DEFAULT '';
UPDATE findings SET first_seen = timestamp;

CREATE TABLE plugin_state (
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    plugin_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (namespace_id, plugin_id, key)
) WITHOUT ROWID;

CREATE INDEX idx_findings_finding_type ON findings (finding_type);
CREATE INDEX idx_mcp_detected_tools_last_seen ON mcp_detected_tools (last_seen);
CREATE INDEX idx_rule_analysis_timestamp ON rule_analysis (timestamp);
