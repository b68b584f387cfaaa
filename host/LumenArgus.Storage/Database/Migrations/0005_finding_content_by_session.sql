-- Hashes spread over all pages of an index, so each finding changed a page of its own there. Behind its conversation it lands where that conversation's others are.

DROP INDEX idx_findings_content;
CREATE UNIQUE INDEX idx_findings_content ON findings (session_id, content_hash, namespace_id)
    WHERE content_hash != '' AND session_id != '';
