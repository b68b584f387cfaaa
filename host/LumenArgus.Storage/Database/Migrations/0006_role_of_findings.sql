-- What the text of the first occurrence is in the conversation (user, tool_result, ...); empty for findings of the host and for rows from before.

ALTER TABLE findings ADD COLUMN role TEXT NOT NULL DEFAULT '';
