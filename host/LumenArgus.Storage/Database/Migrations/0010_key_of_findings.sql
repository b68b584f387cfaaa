-- The key that a finding came with is one more thing to filter by: groups become finer, and all is counted anew, a part at a time.

DROP TABLE finding_groups;
CREATE TABLE finding_groups (
    id INTEGER PRIMARY KEY,
    namespace_id INTEGER NOT NULL,
    severity TEXT NOT NULL,
    detector TEXT NOT NULL,
    finding_type TEXT NOT NULL,
    action_taken TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    client_name TEXT NOT NULL,
    intercept_mode TEXT NOT NULL,
    origin TEXT NOT NULL,
    account_id TEXT NOT NULL,
    hostname TEXT NOT NULL,
    username TEXT NOT NULL,
    sdk_name TEXT NOT NULL,
    runtime TEXT NOT NULL,
    original_host TEXT NOT NULL,
    working_directory TEXT NOT NULL,
    api_key_hash TEXT NOT NULL,
    findings INTEGER NOT NULL DEFAULT 0,
    newest_id INTEGER NOT NULL DEFAULT 0,
    last_seen TEXT NOT NULL DEFAULT '',
    UNIQUE (working_directory, finding_type, model, client_name, action_taken, severity, detector, provider, intercept_mode, origin, account_id,
            hostname, username, sdk_name, runtime, original_host, api_key_hash, namespace_id)
);

DELETE FROM finding_group_days;
DELETE FROM finding_daily;
DELETE FROM finding_hours;
DELETE FROM finding_sessions;
UPDATE finding_counted SET up_to = 0;

-- Before its index is made again: with it each row would be moved in there as well.
DROP INDEX idx_findings_group;
UPDATE findings SET group_id = 0;
CREATE INDEX idx_findings_group ON findings (group_id, timestamp);
