-- Counting over a million findings takes seconds, whatever the index: what a dashboard counts is kept counted, in the transaction that changes the
-- findings. New rows are counted in sets, see FindingCounts; what is rare, triggers do. Only timestamp and seen_count of a finding ever change.
--   finding_groups      findings that are alike in all that can be filtered by but conversation and time
--   finding_group_days  the findings of a group by the day of their newest sight
--   finding_daily       all findings by that day, severity and action
--   finding_sessions    the findings of a conversation; its name is chosen by the sender, so it counts only beside the key's hash
--   finding_counted     rows up to this number are in the counts; 0 leaves it to the first opening to count what is there

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
    findings INTEGER NOT NULL DEFAULT 0,
    -- Bounds: no finding of the group has a higher number or a later time. The one that had them may be deleted.
    newest_id INTEGER NOT NULL DEFAULT 0,
    last_seen TEXT NOT NULL DEFAULT '',
    UNIQUE (working_directory, finding_type, model, client_name, action_taken, severity, detector, provider, intercept_mode, origin, account_id,
            hostname, username, sdk_name, runtime, original_host, namespace_id)
);

CREATE TABLE finding_group_days (
    day TEXT NOT NULL,
    group_id INTEGER NOT NULL,
    findings INTEGER NOT NULL,
    PRIMARY KEY (day, group_id)
) WITHOUT ROWID;

CREATE TABLE finding_daily (
    namespace_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    severity TEXT NOT NULL,
    action_taken TEXT NOT NULL,
    findings INTEGER NOT NULL,
    PRIMARY KEY (namespace_id, day, severity, action_taken)
) WITHOUT ROWID;

CREATE TABLE finding_sessions (
    session_id TEXT NOT NULL,
    api_key_hash TEXT NOT NULL,
    namespace_id INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    finding_count INTEGER NOT NULL,
    critical_count INTEGER NOT NULL,
    high_count INTEGER NOT NULL,
    warning_count INTEGER NOT NULL,
    info_count INTEGER NOT NULL,
    PRIMARY KEY (session_id, api_key_hash, namespace_id)
) WITHOUT ROWID;
CREATE INDEX idx_finding_sessions_last_seen ON finding_sessions (last_seen);

CREATE TABLE finding_counted (up_to INTEGER NOT NULL);
INSERT INTO finding_counted (up_to) VALUES (0);

-- Until a row is counted its group is 0.
ALTER TABLE findings ADD COLUMN group_id INTEGER NOT NULL DEFAULT 0;

-- The group takes the place of nine indexes that each select too much.
DROP INDEX idx_findings_severity;
DROP INDEX idx_findings_account_id;
DROP INDEX idx_findings_provider;
DROP INDEX idx_findings_detector;
DROP INDEX idx_findings_client_name;
DROP INDEX idx_findings_action_taken;
DROP INDEX idx_findings_intercept_mode;
DROP INDEX idx_findings_origin;
DROP INDEX idx_findings_finding_type;
DROP INDEX idx_findings_session_id;
CREATE INDEX idx_findings_group ON findings (group_id, timestamp);
CREATE INDEX idx_findings_session ON findings (session_id, timestamp);

CREATE TRIGGER findings_seen AFTER UPDATE OF timestamp ON findings
WHEN NEW.timestamp != OLD.timestamp AND OLD.id <= (SELECT up_to FROM finding_counted)
BEGIN
    UPDATE finding_groups SET last_seen = MAX(last_seen, NEW.timestamp) WHERE id = OLD.group_id;
    UPDATE finding_sessions SET last_seen = MAX(last_seen, NEW.timestamp) WHERE session_id = OLD.session_id AND api_key_hash = OLD.api_key_hash AND namespace_id = OLD.namespace_id;
END;

CREATE TRIGGER findings_seen_on_another_day AFTER UPDATE OF timestamp ON findings
WHEN substr(NEW.timestamp, 1, 10) != substr(OLD.timestamp, 1, 10) AND OLD.id <= (SELECT up_to FROM finding_counted)
BEGIN
    UPDATE finding_group_days SET findings = findings - 1 WHERE day = substr(OLD.timestamp, 1, 10) AND group_id = OLD.group_id;
    DELETE FROM finding_group_days WHERE day = substr(OLD.timestamp, 1, 10) AND group_id = OLD.group_id AND findings <= 0;
    INSERT INTO finding_group_days (day, group_id, findings) VALUES (substr(NEW.timestamp, 1, 10), OLD.group_id, 1)
    ON CONFLICT DO UPDATE SET findings = findings + 1;

    UPDATE finding_daily SET findings = findings - 1
    WHERE namespace_id = OLD.namespace_id AND day = substr(OLD.timestamp, 1, 10) AND severity = OLD.severity AND action_taken = OLD.action_taken;
    DELETE FROM finding_daily
    WHERE namespace_id = OLD.namespace_id AND day = substr(OLD.timestamp, 1, 10) AND severity = OLD.severity AND action_taken = OLD.action_taken
      AND findings <= 0;
    INSERT INTO finding_daily (namespace_id, day, severity, action_taken, findings)
    VALUES (OLD.namespace_id, substr(NEW.timestamp, 1, 10), OLD.severity, OLD.action_taken, 1)
    ON CONFLICT DO UPDATE SET findings = findings + 1;
END;

CREATE TRIGGER findings_deleted AFTER DELETE ON findings
WHEN OLD.id <= (SELECT up_to FROM finding_counted)
BEGIN
    UPDATE finding_groups SET findings = findings - 1 WHERE id = OLD.group_id;
    DELETE FROM finding_groups WHERE id = OLD.group_id AND findings <= 0;

    UPDATE finding_group_days SET findings = findings - 1 WHERE day = substr(OLD.timestamp, 1, 10) AND group_id = OLD.group_id;
    DELETE FROM finding_group_days WHERE day = substr(OLD.timestamp, 1, 10) AND group_id = OLD.group_id AND findings <= 0;

    UPDATE finding_daily SET findings = findings - 1
    WHERE namespace_id = OLD.namespace_id AND day = substr(OLD.timestamp, 1, 10) AND severity = OLD.severity AND action_taken = OLD.action_taken;
    DELETE FROM finding_daily
    WHERE namespace_id = OLD.namespace_id AND day = substr(OLD.timestamp, 1, 10) AND severity = OLD.severity AND action_taken = OLD.action_taken
      AND findings <= 0;

    UPDATE finding_sessions SET finding_count = finding_count - 1, critical_count = critical_count - (OLD.severity = 'critical'),
        high_count = high_count - (OLD.severity = 'high'), warning_count = warning_count - (OLD.severity = 'warning'),
        info_count = info_count - (OLD.severity = 'info')
    WHERE session_id = OLD.session_id AND api_key_hash = OLD.api_key_hash AND namespace_id = OLD.namespace_id;
    DELETE FROM finding_sessions WHERE session_id = OLD.session_id AND api_key_hash = OLD.api_key_hash AND namespace_id = OLD.namespace_id AND finding_count <= 0;
END;
