-- The analysis of rules is a plugin's, and its last result is among what plugins keep. The table of the original stayed empty, or held results of its rules.

DROP TABLE rule_analysis;
