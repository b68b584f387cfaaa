-- What pages ask beyond the counts of 0003.
--   request_id     the number of the request of the first sight, as in the terminal and the audit log; 0 for rows from before
--   finding_hours  all findings by the hour of their newest sight, for the week by hours

ALTER TABLE findings ADD COLUMN request_id INTEGER NOT NULL DEFAULT 0;

-- Few values say something about themselves. By group, which answers the rest of a filter without a look at the rows.
CREATE INDEX idx_findings_verdict ON findings (verdict, group_id) WHERE verdict != '';

-- The rows of a conversation in their order, from its end; a later sight changes nothing in it.
DROP INDEX idx_findings_session;
CREATE INDEX idx_findings_session ON findings (session_id, namespace_id);

CREATE TABLE finding_hours (
    namespace_id INTEGER NOT NULL,
    hour TEXT NOT NULL,
    findings INTEGER NOT NULL,
    PRIMARY KEY (namespace_id, hour)
) WITHOUT ROWID;
INSERT INTO finding_hours (namespace_id, hour, findings)
SELECT namespace_id, substr(timestamp, 1, 13), COUNT(*) FROM findings WHERE id <= (SELECT up_to FROM finding_counted) GROUP BY 1, 2;

CREATE TRIGGER findings_seen_in_another_hour AFTER UPDATE OF timestamp ON findings
WHEN substr(NEW.timestamp, 1, 13) != substr(OLD.timestamp, 1, 13) AND OLD.id <= (SELECT up_to FROM finding_counted)
BEGIN
    UPDATE finding_hours SET findings = findings - 1 WHERE namespace_id = OLD.namespace_id AND hour = substr(OLD.timestamp, 1, 13);
    DELETE FROM finding_hours WHERE namespace_id = OLD.namespace_id AND hour = substr(OLD.timestamp, 1, 13) AND findings <= 0;
    INSERT INTO finding_hours (namespace_id, hour, findings) VALUES (OLD.namespace_id, substr(NEW.timestamp, 1, 13), 1)
    ON CONFLICT DO UPDATE SET findings = findings + 1;
END;

CREATE TRIGGER findings_deleted_of_an_hour AFTER DELETE ON findings
WHEN OLD.id <= (SELECT up_to FROM finding_counted)
BEGIN
    UPDATE finding_hours SET findings = findings - 1 WHERE namespace_id = OLD.namespace_id AND hour = substr(OLD.timestamp, 1, 13);
    DELETE FROM finding_hours WHERE namespace_id = OLD.namespace_id AND hour = substr(OLD.timestamp, 1, 13) AND findings <= 0;
END;
