-- A verdict within a time: with the time in the index no row is looked at for it.

DROP INDEX idx_findings_verdict;
CREATE INDEX idx_findings_verdict ON findings (verdict, group_id, timestamp) WHERE verdict != '';
