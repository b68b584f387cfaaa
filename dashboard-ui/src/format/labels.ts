const known: Record<string, string> = {
  claude_code: 'Claude Code', copilot_cli: 'Copilot CLI', codex_cli: 'Codex', gemini_cli: 'Gemini CLI', opencode: 'OpenCode', aider: 'Aider',
  cursor: 'Cursor', copilot: 'GitHub Copilot', continue: 'Continue', cody: 'Cody', cline: 'Cline', roo_code: 'Roo Code', kilo_code: 'Kilo Code',
  anthropic: 'Anthropic', openai: 'OpenAI', gemini: 'Gemini', azure: 'Azure OpenAI', azure_openai: 'Azure OpenAI', bedrock: 'Bedrock', vertex: 'Vertex AI',
  ollama: 'Ollama', pii: 'PII', likely_live: 'Likely live', mcp: 'MCP', ws: 'WebSocket', api: 'API', yaml: 'config.yaml',
};
/** Words with a spelling of their own. */
const names: Record<string, string> = { github: 'GitHub', gitlab: 'GitLab', openai: 'OpenAI', anthropic: 'Anthropic', google: 'Google', azure: 'Azure', slack: 'Slack', stripe: 'Stripe', pypi: 'PyPI', iam: 'IAM', oauth: 'OAuth', websocket: 'WebSocket', pagerduty: 'PagerDuty' };
const acronyms = new Set(['aws', 'api', 'pii', 'ssn', 'iban', 'jwt', 'gcp', 'mcp', 'url', 'ip', 'id', 'ssh', 'pem', 'dlp', 'npm', 'json', 'us', 'csv', 'tls', 'vat', 'db', 'sql']);

/** Not what every object has: a name may be "constructor". */
function own(words: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** A name of the wire as a person writes it: "claude_code" is "Claude Code", "aws_access_key" is "AWS access key". */
export function label(name: string | null | undefined): string {
  if (!name) {
    return '';
  }
  const fixed = own(known, name);
  if (fixed !== undefined) {
    return fixed;
  }
  if (!/^[a-z0-9]+([_. -][a-z0-9]+)*$/.test(name)) {
    return name;
  }
  const words = name.split(/[_. -]/).map(word => own(names, word) ?? (acronyms.has(word) ? word.toUpperCase() : word));
  const first = words[0] ?? '';
  words[0] = first.charAt(0).toUpperCase() + first.slice(1);
  return words.join(' ');
}

/** The last part of a folder: what a developer calls the project. */
export function projectName(folder: string | null | undefined): string {
  return folder?.split(/[\\/]/).findLast(part => part !== '') ?? '';
}

export const severities = ['critical', 'high', 'warning', 'info'] as const;
export const actions = ['block', 'redact', 'alert', 'log'] as const;

const outcomes: Record<string, string> = {
  block: 'blocked the request: nothing of it left this machine',
  redact: 'replaced the value before the request left',
  strip: 'took the message out of the history before the request left',
  alert: 'let the request through and raised an alert: the value reached the provider',
  log: 'let the request through and wrote it down: the value reached the provider',
  pass: 'let the request through',
};

/** What was done, as the end of a sentence that begins with "LumenArgus". */
export function outcome(action: string): string {
  return outcomes[action] ?? `took the action "${action}"`;
}

const verdicts: Record<string, string> = {
  likely_live: 'Its structure and checksum are right: treat it as a working secret and replace it.',
  test: 'It is a key of a test environment.',
  example: 'It is a known example from documentation.',
  expired: 'It has expired.',
  invalid: 'Its checksum or structure is wrong: most likely not a real secret.',
};

export function verdictMeaning(verdict: string): string {
  return verdicts[verdict] ?? '';
}
