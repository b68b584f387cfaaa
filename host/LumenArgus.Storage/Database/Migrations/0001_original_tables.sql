-- The tables of the original with its column names. Nothing is created that exists, so a database that the original left behind is taken over with
-- all its rows: it never wrote a row into schema_version. Times are ISO-8601 in UTC with milliseconds and a Z; such text sorts like the times.

CREATE TABLE IF NOT EXISTS namespaces (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL DEFAULT '',
    tier TEXT NOT NULL DEFAULT 'free',
    status TEXT NOT NULL DEFAULT 'active',
    created_at TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL DEFAULT '',
    created_by TEXT NOT NULL DEFAULT '',
    updated_by TEXT NOT NULL DEFAULT ''
);
INSERT OR IGNORE INTO namespaces (id, slug, display_name) VALUES (1, 'default', 'Default');

CREATE TABLE IF NOT EXISTS findings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    timestamp TEXT NOT NULL,
    detector TEXT NOT NULL,
    finding_type TEXT NOT NULL,
    severity TEXT NOT NULL,
    location TEXT NOT NULL DEFAULT '',
    action_taken TEXT NOT NULL DEFAULT '',
    provider TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    value_preview TEXT NOT NULL DEFAULT '',
    account_id TEXT NOT NULL DEFAULT '',
    session_id TEXT NOT NULL DEFAULT '',
    device_id TEXT NOT NULL DEFAULT '',
    source_ip TEXT NOT NULL DEFAULT '',
    working_directory TEXT NOT NULL DEFAULT '',
    git_branch TEXT NOT NULL DEFAULT '',
    os_platform TEXT NOT NULL DEFAULT '',
    hostname TEXT NOT NULL DEFAULT '',
    username TEXT NOT NULL DEFAULT '',
    client_name TEXT NOT NULL DEFAULT '',
    client_version TEXT NOT NULL DEFAULT '',
    client_type TEXT NOT NULL DEFAULT '',
    raw_user_agent TEXT NOT NULL DEFAULT '',
    api_format TEXT NOT NULL DEFAULT '',
    sdk_name TEXT NOT NULL DEFAULT '',
    sdk_version TEXT NOT NULL DEFAULT '',
    runtime TEXT NOT NULL DEFAULT '',
    intercept_mode TEXT NOT NULL DEFAULT 'reverse',
    original_host TEXT NOT NULL DEFAULT '',
    api_key_hash TEXT NOT NULL DEFAULT '',
    content_hash TEXT NOT NULL DEFAULT '',
    seen_count INTEGER NOT NULL DEFAULT 1,
    value_hash TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL DEFAULT 'detector'
);

CREATE TABLE IF NOT EXISTS rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    name TEXT NOT NULL,
    pattern TEXT NOT NULL,
    detector TEXT NOT NULL DEFAULT 'secrets',
    severity TEXT NOT NULL DEFAULT 'high',
    action TEXT NOT NULL DEFAULT '',
    enabled INTEGER NOT NULL DEFAULT 1,
    tier TEXT NOT NULL DEFAULT 'community',
    source TEXT NOT NULL DEFAULT 'import',
    description TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    validator TEXT NOT NULL DEFAULT '',
    entropy_context INTEGER NOT NULL DEFAULT 0,
    hit_count INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL DEFAULT '',
    created_by TEXT NOT NULL DEFAULT '',
    updated_by TEXT NOT NULL DEFAULT '',
    UNIQUE (name, namespace_id)
);

CREATE TABLE IF NOT EXISTS allowlist_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    list_type TEXT NOT NULL,
    pattern TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT 'api',
    enabled INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL DEFAULT '',
    created_by TEXT NOT NULL DEFAULT '',
    updated_by TEXT NOT NULL DEFAULT ''
);

CREATE TABLE IF NOT EXISTS config_overrides (
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    updated_at TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (namespace_id, key)
);

CREATE TABLE IF NOT EXISTS notification_channels (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    config TEXT NOT NULL DEFAULT '{}',
    enabled INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT 'dashboard',
    events TEXT NOT NULL DEFAULT '["block","alert"]',
    min_severity TEXT NOT NULL DEFAULT 'warning',
    created_at TEXT NOT NULL DEFAULT '',
    updated_at TEXT NOT NULL DEFAULT '',
    created_by TEXT NOT NULL DEFAULT '',
    updated_by TEXT NOT NULL DEFAULT '',
    UNIQUE (name, namespace_id)
);

CREATE TABLE IF NOT EXISTS mcp_tool_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    list_type TEXT NOT NULL,
    tool_name TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT 'api',
    created_at TEXT NOT NULL DEFAULT '',
    UNIQUE (list_type, tool_name, namespace_id)
);

CREATE TABLE IF NOT EXISTS mcp_detected_tools (
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    tool_name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    input_schema TEXT NOT NULL DEFAULT '{}',
    first_seen TEXT NOT NULL DEFAULT '',
    last_seen TEXT NOT NULL DEFAULT '',
    call_count INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (namespace_id, tool_name)
);

CREATE TABLE IF NOT EXISTS mcp_tool_calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    tool_name TEXT NOT NULL,
    session_id TEXT NOT NULL DEFAULT '',
    timestamp TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'allowed',
    finding_count INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL DEFAULT 'proxy'
);

CREATE TABLE IF NOT EXISTS mcp_tool_baselines (
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    tool_name TEXT NOT NULL,
    definition_hash TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    param_names TEXT NOT NULL DEFAULT '[]',
    first_seen TEXT NOT NULL DEFAULT '',
    last_seen TEXT NOT NULL DEFAULT '',
    drift_count INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (namespace_id, tool_name)
);

-- The one table whose times are seconds since 1970.
CREATE TABLE IF NOT EXISTS ws_connections (
    id TEXT PRIMARY KEY,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    target_url TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '',
    connected_at REAL NOT NULL,
    disconnected_at REAL,
    duration_seconds REAL,
    frames_sent INTEGER NOT NULL DEFAULT 0,
    frames_received INTEGER NOT NULL DEFAULT 0,
    findings_count INTEGER NOT NULL DEFAULT 0,
    close_code INTEGER
);

CREATE TABLE IF NOT EXISTS rule_analysis (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace_id INTEGER NOT NULL DEFAULT 1 REFERENCES namespaces (id),
    timestamp TEXT NOT NULL,
    duration_s REAL NOT NULL DEFAULT 0,
    total_rules INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    subsets INTEGER NOT NULL DEFAULT 0,
    overlap_count INTEGER NOT NULL DEFAULT 0,
    results_json TEXT NOT NULL DEFAULT '{}',
    dismissed_json TEXT NOT NULL DEFAULT '[]'
);

CREATE INDEX IF NOT EXISTS idx_findings_timestamp ON findings (timestamp);
CREATE INDEX IF NOT EXISTS idx_findings_severity ON findings (severity);
CREATE INDEX IF NOT EXISTS idx_findings_session_id ON findings (session_id);
CREATE INDEX IF NOT EXISTS idx_findings_account_id ON findings (account_id);
CREATE INDEX IF NOT EXISTS idx_findings_provider ON findings (provider);
CREATE INDEX IF NOT EXISTS idx_findings_detector ON findings (detector);
CREATE INDEX IF NOT EXISTS idx_findings_client_name ON findings (client_name);
CREATE INDEX IF NOT EXISTS idx_findings_action_taken ON findings (action_taken);
CREATE INDEX IF NOT EXISTS idx_findings_intercept_mode ON findings (intercept_mode);
CREATE INDEX IF NOT EXISTS idx_findings_origin ON findings (origin);
CREATE UNIQUE INDEX IF NOT EXISTS idx_findings_content ON findings (content_hash, session_id, namespace_id)
    WHERE content_hash != '' AND session_id != '';

CREATE INDEX IF NOT EXISTS idx_mcp_tool_calls_session ON mcp_tool_calls (namespace_id, session_id, timestamp);
CREATE INDEX IF NOT EXISTS idx_mcp_tool_calls_timestamp ON mcp_tool_calls (timestamp);
CREATE INDEX IF NOT EXISTS idx_ws_connections_connected_at ON ws_connections (connected_at);
