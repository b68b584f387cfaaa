// Data that looks like a team's month, made from numbers alone: the same every time. Some of it is hostile on purpose: it must show as text.
const hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>';
const day = 86_400_000;

const kinds = [
  ['secrets', 'aws_access_key', 'critical', 'AKIA****', 'block', 'likely_live'], ['secrets', 'github_token', 'critical', 'ghp_****', 'block', 'likely_live'],
  ['secrets', 'anthropic_api_key', 'critical', 'sk-a****', 'block', 'likely_live'], ['secrets', 'private_key', 'critical', '----****', 'block', null],
  ['secrets', 'stripe_test_key', 'warning', 'sk_t****', 'alert', 'test'], ['secrets', 'jwt', 'high', 'eyJh****', 'alert', 'expired'],
  ['secrets', 'generic_password', 'high', 'Tr0u****', 'alert', null], ['pii', 'email_address', 'warning', 'anna****', 'log', null],
  ['pii', 'iban', 'high', 'DE89****', 'alert', 'likely_live'], ['pii', 'credit_card', 'critical', '4111****', 'block', 'test'],
  ['pii', 'phone_number', 'info', '+49 ****', 'log', null], ['proprietary', 'confidential_marker', 'high', 'CONF****', 'alert', null],
  ['secrets', 'database_url', 'critical', 'post****', 'redact', 'likely_live'], ['injection', 'ignore_instructions', 'warning', 'igno****', 'log', null],
];
const tools = [['claude_code', '2.4.1', 'anthropic', 'claude-sonnet-4-5'], ['codex_cli', '0.61.0', 'openai', 'gpt-5.1-codex'], ['cursor', '2.1.0', 'openai', 'gpt-5.1'], ['gemini_cli', '0.14.0', 'gemini', 'gemini-3-pro'], ['aider', '0.91.0', 'anthropic', 'claude-opus-4-5'], ['opencode', '1.0.55', 'anthropic', 'claude-haiku-4-5']];
const projects = ['/home/anna/src/payments-api', '/home/anna/src/web-shop', '/home/ben/work/infra-terraform', '/home/ben/work/mobile-app', '/srv/build/data-pipeline', '/home/chris/src/notebooks', 'C:\\Users\\dana\\code\\billing', '/home/anna/src/' + hostile];
const branches = ['main', 'feature/refunds', 'fix/login', 'release/4.2', ''];
const places = ['messages[4].content', 'messages[12].content[1].tool_result', 'system', 'messages[2].content[0].text', 'tools[3].description', 'input[7].output', 'messages[31].content[2].input.command'];
const chains = [[], [], [], ['base64'], ['url', 'base64'], ['unicode'], []];
const roles = ['user', 'tool_result', 'tool_result', 'system', 'assistant', 'tool_call', 'document'];

function mix(number) {
  let value = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}
function pick(list, number) {
  return list[number % list.length];
}
/** Skewed: the first of a list most often, as in life. */
function skew(list, number) {
  const share = (number % 1000) / 1000;
  return list[Math.floor(share * share * list.length)];
}

export function createWorld({ findings, fresh }) {
  const started = Date.now();
  return {
    findings, fresh, started, first: started, requests: fresh ? 0 : 48_213, firstRequest: fresh ? null : started - 31 * day, live: [], mode: 'active', modeUntil: null,
    rules: makeRules(), allow: makeAllow(fresh), channels: fresh ? [] : makeChannels(), config: makeConfig(), stages: makeStages(),
    mcpLists: fresh ? [] : [{ id: 1, list_type: 'blocked', tool_name: 'shell_execute', source: 'config', created_at: iso(-9 * day) }, { id: 2, list_type: 'allowed', tool_name: 'read_file', source: 'api', created_at: iso(-2 * day) }],
    generation: 7, dismissed: [],
  };
}

function iso(offset) {
  return new Date(Date.now() + offset).toISOString();
}

function finding(world, id) {
  const extra = world.live.find(row => row.id === id);
  if (extra) {
    return extra;
  }
  const a = mix(id);
  const b = mix(id + 7_000_003);
  const [detector, type, severity, preview, action, verdict] = skew(kinds, a);
  const session = sessionOf(mix(id + 31) % 100);
  const age = (world.findings - id) * (31 * day / Math.max(1, world.findings)) + 40_000;
  // Nights and weekends are quieter: their findings slide into the working day before.
  const at = new Date(world.started - age);
  const chain = pick(chains, b >>> 3);
  const place = pick(places, b);
  return {
    id, timestamp: at.toISOString(), first_seen: new Date(at.getTime() - (b % 9) * 600_000).toISOString(), last_seen: at.toISOString(), detector, finding_type: type, severity, rule_severity: severity,
    location: id % 37 === 0 ? hostile : place + (chain.length ? ` [${chain.join('>')}]` : ''), action_taken: action, verdict, decode_chain: chain, role: pick(roles, b >>> 5),
    value_preview: preview, context: id % 3 === 0 ? null : `  "env": {\n    "${type.toUpperCase()}": "${preview}",\n    "REGION": "eu-central-1"\n  },`, detail: '', count: 1 + (a % 11 === 0 ? a % 4 : 0), seen_count: 1 + (b % 9),
    origin: 'detector', exchange_id: `0193a1b2-${(a >>> 16).toString(16).padStart(4, '0')}-7abc-8def-${a.toString(16).padStart(12, '0')}`, request_id: 1 + Math.floor(id / 21), intercept_mode: 'reverse', original_host: '',
    ...session, content_hash: a.toString(16).padStart(16, '0'), value_hash: '', api_key_hash: '', source_ip: '127.0.0.1', client_type: 'cli', api_format: 'messages', sdk_name: '', sdk_version: '', runtime: '',
  };
}

function sessionOf(number) {
  const a = mix(number + 900_001);
  const [client, version, provider, model] = skew(tools, a);
  const folder = skew(projects, mix(number + 17));
  return {
    session_id: `0193f${number.toString(16).padStart(3, '0')}-${(a >>> 8).toString(16).padStart(6, '0')}-4d1e`, client_name: client, client_version: version, provider, model: number === 41 ? hostile : model,
    working_directory: folder, git_branch: pick(branches, a), account_id: `acct_${(a % 9).toString().padStart(4, '0')}`, device_id: `dev-${a % 6}`, username: pick(['anna', 'ben', 'chris', 'dana'], a), hostname: pick(['workstation-7', 'mbp-ben', 'build-01'], a >>> 2), os_platform: 'linux',
  };
}

const fields = { severity: 'severity', action: 'action_taken', detector: 'detector', finding_type: 'finding_type', provider: 'provider', client: 'client_name', session_id: 'session_id', origin: 'origin', verdict: 'verdict', account_id: 'account_id', username: 'username', hostname: 'hostname', intercept_mode: 'intercept_mode', rule: 'finding_type' };

function findings(world, query) {
  const limit = Math.min(100, Number(query.get('limit') ?? 50));
  const tests = [];
  for (const [name, field] of Object.entries(fields)) {
    const wanted = query.get(name);
    if (wanted) {
      tests.push(row => row[field] === wanted);
    }
  }
  const q = query.get('q')?.toLowerCase();
  if (q) {
    tests.push(row => [row.location, row.finding_type, row.value_preview, row.client_name, row.working_directory].some(text => text.toLowerCase().includes(q)));
  }
  if (query.get('working_directory')) {
    tests.push(row => row.working_directory.includes(query.get('working_directory')));
  }
  const since = query.get('since');
  const until = query.get('until');
  if (since) {
    tests.push(row => row.timestamp >= since);
  }
  if (until) {
    tests.push(row => row.timestamp < until);
  }
  const last = world.findings + world.live.length;
  const before = Number(query.get('before') ?? last + 1);
  const rows = [];
  let id = Math.min(before, last + 1) - 1;
  let looked = 0;
  let hits = 0;
  for (; id > 0 && rows.length < limit && looked < 60_000; id--, looked++) {
    const row = finding(world, id);
    if (tests.every(test => test(row))) {
      rows.push(row);
    }
  }
  if (tests.length === 0) {
    hits = last;
  } else {
    const step = Math.max(1, Math.floor(last / 4000));
    for (let probe = last; probe > 0; probe -= step) {
      hits += tests.every(test => test(finding(world, probe))) ? step : 0;
    }
    hits = rows.length < limit && query.get('before') === null ? rows.length : Math.max(hits, rows.length);
  }
  return { findings: rows, total: hits, next_before: rows.length === limit && id > 0 ? rows.at(-1).id : null };
}

function sample(world) {
  const rows = [];
  const last = world.findings + world.live.length;
  const step = Math.max(1, Math.floor(last / 3000));
  for (let id = last; id > 0; id -= step) {
    rows.push([finding(world, id), step]);
  }
  return rows;
}

function tally(rows, field) {
  const found = new Map();
  for (const [row, weight] of rows) {
    const value = row[field];
    if (value) {
      found.set(value, (found.get(value) ?? 0) + weight);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]);
}

function stats(world, days) {
  const rows = sample(world);
  const dict = field => Object.fromEntries(tally(rows, field));
  const trend = [];
  for (let ago = days - 1; ago >= 0; ago--) {
    const at = new Date(world.started - ago * day);
    const weekend = at.getUTCDay() % 6 === 0 ? 0.22 : 1;
    const base = world.findings === 0 || ago > 30 ? 0 : Math.round(world.findings / 31 * weekend * (0.7 + (mix(ago + 5) % 60) / 100));
    trend.push({ date: at.toISOString().slice(0, 10), count: ago === 0 ? Math.round(base * 0.4) + world.live.length : base });
  }
  const today = trend.at(-1).count;
  const lastId = world.findings + world.live.length;
  return {
    trend, rows,
    body: {
      total_findings: lastId, today_count: today, last_finding_time: lastId ? finding(world, lastId).timestamp : null, by_severity: dict('severity'), by_detector: dict('detector'), top_finding_types: dict('finding_type'),
      by_action: dict('action_taken'), by_provider: dict('provider'), by_model: dict('model'), by_client: dict('client_name'), daily_trend: trend,
    },
  };
}

function sessions(world) {
  if (world.findings + world.live.length === 0) {
    return [];
  }
  return Array.from({ length: 100 }, (_, number) => {
    const a = mix(number + 5);
    const critical = a % 5 === 0 ? a % 7 : 0;
    const high = a % 9;
    const warning = (a >>> 3) % 6;
    const info = (a >>> 5) % 4;
    const { username: _u, hostname: _h, os_platform: _o, ...session } = sessionOf(number);
    return { ...session, first_seen: iso(-(number * 5 + 9) * 1_900_000), last_seen: iso(-number * number * 90_000 - 45_000), finding_count: critical + high + warning + info, critical_count: critical, high_count: high, warning_count: warning, info_count: info };
  });
}

function sessionDetail(world, id) {
  const number = Array.from({ length: 100 }, (_, index) => index).find(index => sessionOf(index).session_id === id);
  const session = sessions(world).find(row => row.session_id === id);
  if (number === undefined || !session) {
    return undefined;
  }
  const turns = [];
  let tainted = null;
  for (let index = 0; index < 24; index++) {
    const a = mix(number * 100 + index);
    const amount = index === 6 ? 2 : index > 6 && a % 5 === 0 ? 1 : 0;
    const rows = Array.from({ length: amount }, (_, part) => ({ ...finding(world, Math.max(1, world.findings - number * 40 - index * 3 - part)), ...sessionOf(number) }));
    const action = index === 6 ? 'block' : amount > 0 ? rows[0].action_taken : index > 6 && index < 10 ? 'strip' : 'pass';
    const turn = {
      exchange_id: `0193a1b2-0000-7abc-8def-${(number * 1000 + index).toString(16).padStart(12, '0')}`, request_id: 4000 + index, timestamp: iso(-(24 - index) * 180_000 - number * number * 90_000), action, provider: session.provider,
      model: session.model, endpoint: '/v1/messages?beta=true', finding_count: amount, duration_ms: action === 'block' ? 4 + (a % 9) : 900 + (a % 9000), request_bytes: 18_000 + index * 9_300 + (a % 2000), findings: rows,
    };
    if (amount > 0 && tainted === null) {
      tainted = turn.exchange_id;
    }
    turns.push(turn);
  }
  return { session, turns: turns.reverse(), tainted_at: tainted };
}

function makeRules() {
  const base = kinds.map(([detector, name, severity], index) => ({
    name, pattern: name === 'aws_access_key' ? '\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b' : `\\b${name.slice(0, 4)}_[A-Za-z0-9]{${16 + index}}\\b`, detector, severity, action: '', enabled: index !== 10, tier: 'community', source: 'import', plugin: `lumenargus.${detector}`,
    description: `Finds a ${name.replaceAll('_', ' ')} by its published form.`, tags: [detector, index % 2 ? 'cloud' : 'token'], validator: index % 3 ? '' : 'checksum', hit_count: mix(index) % 4000, last_hit_at: index % 4 === 3 ? null : iso(-index * 3_600_000), problem: null, created_at: iso(-60 * day), updated_at: iso(-9 * day),
  }));
  const many = Array.from({ length: 190 }, (_, index) => ({ ...base[index % base.length], name: `${pick(['gcp', 'azure', 'slack', 'npm', 'pypi', 'gitlab', 'twilio', 'sendgrid', 'datadog', 'vault'], index)}_${pick(['token', 'secret', 'key', 'webhook', 'refresh_token'], index >> 2)}_${index}`, hit_count: index % 7 ? 0 : mix(index) % 90, last_hit_at: null }));
  return [...base,
    { ...base[0], name: 'acme_internal_token', pattern: 'acme_[a-f0-9]{32}', source: 'dashboard', tier: 'custom', plugin: '', description: 'Tokens of our own gateway ' + hostile, tags: ['own'], hit_count: 12 },
    { ...base[1], name: 'broken_rule', pattern: '(a+)+$', source: 'dashboard', tier: 'custom', plugin: '', description: 'Imported from a wiki page.', problem: 'The pattern can take quadratic time: an inner and an outer repetition match the same text.', hit_count: 0, last_hit_at: null },
    { ...base[2], name: 'pro_vault_lease', tier: 'pro', enabled: true, description: 'Leases of a secret store.', problem: 'Rules of tier pro need a licence.' }, ...many];
}

function rules(world, query) {
  let rows = world.rules;
  const search = (query.get('search') ?? query.get('q'))?.toLowerCase();
  if (search) {
    const parts = search.split(',').map(part => part.trim()).filter(Boolean);
    rows = rows.filter(rule => parts.some(part => `${rule.name} ${rule.description} ${rule.pattern}`.toLowerCase().includes(part)));
  }
  for (const name of ['detector', 'tier', 'severity']) {
    if (query.get(name)) {
      rows = rows.filter(rule => rule[name] === query.get(name));
    }
  }
  if (query.get('enabled')) {
    rows = rows.filter(rule => String(rule.enabled) === query.get('enabled'));
  }
  if (query.get('tag')) {
    rows = rows.filter(rule => rule.tags.includes(query.get('tag')));
  }
  const limit = Math.min(200, Number(query.get('limit') ?? 50));
  const offset = Number(query.get('offset') ?? 0);
  return { rules: rows.slice(offset, offset + limit), total: rows.length, limit, offset };
}

function ruleStats(world) {
  const count = field => world.rules.reduce((found, rule) => ({ ...found, [rule[field]]: (found[rule[field]] ?? 0) + 1 }), {});
  const tags = new Map();
  for (const rule of world.rules) {
    for (const tag of rule.tags) {
      const entry = tags.get(tag) ?? { tag, total: 0, enabled: 0 };
      entry.total++;
      entry.enabled += rule.enabled ? 1 : 0;
      tags.set(tag, entry);
    }
  }
  const enabled = world.rules.filter(rule => rule.enabled).length;
  return { total: world.rules.length, enabled, disabled: world.rules.length - enabled, by_tier: count('tier'), by_detector: count('detector'), tags: [...tags.values()] };
}

function makeAllow(fresh) {
  return fresh ? [] : [
    { id: null, list_type: 'secrets', pattern: 'AKIAIOSFODNN7EXAMPLE', description: 'The key of the AWS documentation', source: 'config', enabled: true, created_at: null },
    { id: 1, list_type: 'secrets', pattern: 'sk_test_*', description: 'Test keys of the shop', source: 'api', enabled: true, created_at: iso(-5 * day) },
    { id: 2, list_type: 'pii', pattern: '*@example.com', description: '', source: 'api', enabled: true, created_at: iso(-day) },
    { id: 3, list_type: 'paths', pattern: 'tests/fixtures/**', description: hostile, source: 'api', enabled: true, created_at: iso(-2 * day) },
  ];
}

function allowlists(world) {
  const list = type => world.allow.filter(entry => entry.list_type === type);
  return { secrets: list('secrets'), pii: list('pii'), paths: list('paths'), api_entries: world.allow.filter(entry => entry.id !== null) };
}

function makeChannels() {
  return [
    { id: 1, name: 'security-alerts', type: 'webhook', config: { url: 'http****ok/1', headers: '' }, enabled: true, source: 'dashboard', events: ['block', 'alert'], min_severity: 'high', last_status: 'sent', last_status_at: iso(-420_000), last_error: null, problem: null, sent_count: 41, failed_count: 0, shed_count: 0, suppressed_count: 130, waiting_count: 0, paused_until: null, created_at: iso(-9 * day) },
    { id: 2, name: 'on-call', type: 'pagerduty', config: { routing_key: 'R01A****9Q2F' }, enabled: true, source: 'yaml', events: ['block'], min_severity: 'critical', last_status: 'failed', last_status_at: iso(-7_200_000), last_error: 'The service answered 403 Forbidden.', problem: null, sent_count: 3, failed_count: 5, shed_count: 0, suppressed_count: 12, waiting_count: 1, paused_until: iso(240_000), created_at: iso(-30 * day) },
    { id: 3, name: 'weekly digest', type: 'email', config: { smtp_host: 'mail.exam', to_addrs: 'secu****.com' }, enabled: false, source: 'dashboard', events: ['block', 'alert', 'log'], min_severity: 'info', last_status: null, last_status_at: null, last_error: null, problem: 'No plugin that is loaded brings channels of the type email.', sent_count: 0, failed_count: 0, shed_count: 0, suppressed_count: 0, waiting_count: 0, paused_until: null, created_at: iso(-3 * day) },
  ];
}

const channelTypes = {
  webhook: { label: 'Webhook', description: 'A POST with the findings as JSON.', fields: { url: { label: 'Address', type: 'url', required: true, placeholder: 'https://hooks.example.com/argus', hint: 'Gets a POST for each request with findings.' }, headers: { label: 'Headers', type: 'json', required: false, secret: true, placeholder: '{"Authorization": "Bearer ..."}', hint: 'A JSON object.' }, secret: { label: 'Secret', type: 'password', secret: true, hint: 'Signs each message: X-LumenArgus-Signature is sha256= and the HMAC of timestamp, a dot and the body.' }, template: { label: 'Template', type: 'textarea', hint: 'Handlebars; without one the findings as JSON. In one that begins with { or [ values are written as JSON strings need them.' } } },
  email: { label: 'E-mail', description: 'By an SMTP server.', fields: { smtp_host: { label: 'SMTP server', type: 'text', required: true }, smtp_port: { label: 'Port', type: 'number', placeholder: '587' }, from_addr: { label: 'From', type: 'email', required: true }, to_addrs: { label: 'To', type: 'text', required: true, hint: 'Several, with commas.' }, username: { label: 'User name', type: 'text' }, password: { label: 'Password', type: 'password' }, use_tls: { label: 'Use TLS', type: 'boolean' } } },
  pagerduty: { label: 'PagerDuty', description: 'An incident for each request that was blocked.', fields: { routing_key: { label: 'Routing key', type: 'password', required: true } } },
};

function makeStages() {
  const stage = (name, label, group, enabled, description, more = {}) => ({ name, label, group, enabled, available: true, description, ...more });
  return [
    stage('outbound_dlp', 'Outbound DLP', 'request', true, 'Looks for secrets, personal data and confidential text in every request.', { finding_count: 912_004, p50_us: 410, p99_us: 3900, sub_detectors: [{ name: 'secrets', enabled: true, action: 'block', finding_count: 611_000 }, { name: 'pii', enabled: true, action: 'default', finding_count: 221_004 }, { name: 'proprietary', enabled: true, action: 'default', finding_count: 80_000 }] }),
    stage('encoding_decode', 'Encoding decode', 'request', true, 'Reads what is hidden in base64, hex, URL and unicode escapes.', { p50_us: 60, p99_us: 880, encoding_settings: { base64: true, hex: true, url: true, unicode: true, max_depth: 2, min_decoded_length: 8, max_decoded_length: 10000 } }),
    stage('response_secrets', 'Response secrets', 'response', false, 'Looks for secrets in what the model answers, after the fact.'),
    stage('response_injection', 'Response injection', 'response', true, 'Looks for instructions hidden in answers and tool results.', { finding_count: 212, p50_us: 90, p99_us: 700 }),
    stage('mcp_arguments', 'MCP arguments', 'protocol', true, 'Looks at what is handed to tools.', { p50_us: 30, p99_us: 240, mcp_tools: { allowed_count: 1, blocked_count: 1 } }),
    stage('mcp_responses', 'MCP responses', 'protocol', true, 'Looks at what tools hand back.', { p50_us: 44, p99_us: 310 }),
    stage('websocket_outbound', 'WebSocket outbound', 'protocol', false, 'Looks at messages that a tool sends over a WebSocket.'),
    stage('websocket_inbound', 'WebSocket inbound', 'protocol', false, 'Looks at messages that come back over a WebSocket.'),
  ];
}

function makeConfig() {
  return {
    values: { default_action: 'alert', 'proxy.port': 8080, 'proxy.bind': '127.0.0.1', 'proxy.timeout': 120, 'proxy.connect_timeout': 10, 'proxy.retries': 1, 'proxy.mode': 'active', 'proxy.max_body_size': 52428800, 'detectors.secrets.enabled': true, 'detectors.secrets.action': 'block', 'detectors.pii.enabled': true, 'detectors.pii.action': '', 'dashboard.port': 8081, 'dashboard.bind': '127.0.0.1', 'analytics.retention_days': 365, 'analytics.db_path': '~/.lumen-argus/analytics.db', 'logging.file_level': 'info' },
    sources: { default_action: 'file', 'proxy.port': 'default', 'proxy.timeout': 'dashboard', 'detectors.secrets.action': 'file' },
    restart_keys: ['dashboard.port', 'dashboard.bind', 'analytics.db_path', 'analytics.retention_days'], file: '~/.lumen-argus/config.yaml',
    reload: { generation: 7, at: iso(-3_900_000), problems: [] },
    community: { proxy: { port: 8080, bind: '127.0.0.1', timeout: 120, connect_timeout: 10, retries: 1 }, default_action: 'alert', detectors: { secrets: { enabled: true, action: 'block' }, pii: { enabled: true, action: '' }, proprietary: { enabled: true, action: '' } } },
  };
}

const plugins = [
  ['lumenargus.secrets', 'Secrets', '0.6.0', 'community', 'active', null, ['rules'], ['secrets'], 48_213, 0, 212, 1900], ['lumenargus.pii', 'Personal data', '0.6.0', 'community', 'active', null, ['rules', 'validators'], ['pii'], 48_213, 0, 96, 800],
  ['lumenargus.proprietary', 'Proprietary text', '0.6.0', 'community', 'active', null, ['rules'], ['proprietary'], 48_213, 0, 20, 140], ['lumenargus.injection', 'Injection', '0.6.0', 'community', 'active', null, ['rules'], ['injection'], 48_213, 0, 44, 300],
  ['lumenargus.ruleanalysis', 'Rule analysis', '0.6.0', 'community', 'active', null, ['page', 'api'], [], 12, 0, 900, 41_000], ['acme.gateway', 'Acme gateway', '1.4.0', 'third party', 'faulted', 'Four calls in a row took longer than their budget of 2 ms; stopped at 09:14. It is tried again after a reload.', ['detector', 'network'], ['acme'], 9_113, 4, 1800, 24_000],
  ['acme.vault', 'Acme vault ' + hostile, '0.2.0', 'third party', 'refused', 'Built for version 2 of the contract; this host offers 1.', ['redact'], [], 0, 0, null, null], ['lumenargus.redaction', 'Redaction', '0.6.0', 'pro', 'disabled', 'No licence. Add a key in the settings.', ['redact', 'evaluate'], [], 0, 0, null, null],
].map(([id, name, version, tier, state, reason, capabilities, detectors, calls, faults, p50_us, p99_us]) => ({ id, name, version, tier, state, reason, capabilities, detectors, calls, faults, p50_us, p99_us, path: `extensions/${id}` }));

const pages = [
  { id: 'rule-analysis', label: 'Rule analysis', order: 35, icon: 'rules', group: 'Protect', kind: 'module', locked: false, plugin_id: 'lumenargus.ruleanalysis', src: '/plugins/lumenargus.ruleanalysis/assets/page.js', css: ['/plugins/lumenargus.ruleanalysis/assets/page.css'] },
  { id: 'acme-report', label: 'Acme report', order: 70, icon: 'extension', kind: 'fragment', locked: false, plugin_id: 'acme.gateway', fragment: '/api/v1/pages/acme-report/fragment' },
  { id: 'enrollment', label: 'Enrolment', order: 80, icon: 'user', kind: 'module', locked: true, locked_description: 'See which machines of the team run LumenArgus, with which tools, and give all of them one policy. A plugin with a team licence unlocks it.', plugin_id: 'lumenargus.team' },
];

export function pluginAsset(path) {
  return {
    '/plugins/lumenargus.ruleanalysis/assets/page.js': `export function mount(root, context) {
      const card = document.createElement('la-card'); card.heading = 'Overlapping rules'; card.flush = true;
      const table = document.createElement('la-table'); table.label = 'Overlapping rules'; table.rowKey = 'rule_a';
      table.columns = [{key:'rule_a',label:'Rule',kind:'mono'},{key:'relationship',label:'Relation'},{key:'rule_b',label:'Other rule',kind:'mono'},{key:'jaccard',label:'Overlap',kind:'number'}];
      card.append(table); root.append(card); context.api('pairs').then(r => r.json()).then(a => { table.rows = a.pairs; });
      return context.on('rules', () => context.toast('Rules changed'));
    }`,
    '/plugins/lumenargus.ruleanalysis/assets/page.css': 'la-card { margin-top: 0 } body { display: none }',
  }[path];
}

const pairs = [{ rule_a: 'github_token', rule_b: 'gitlab_token_5', relationship: 'overlap', jaccard: 0.82 }, { rule_a: 'aws_access_key', rule_b: 'gcp_token_0', relationship: 'subset', jaccard: 0.4 }, { rule_a: 'jwt', rule_b: 'azure_token_1', relationship: 'duplicate', jaccard: 1 }];

function audit(world, query) {
  const all = world.fresh ? [] : Array.from({ length: 2400 }, (_, index) => {
    const a = mix(index + 77);
    const [client, , provider, model] = skew(tools, a);
    const action = skew(['pass', 'pass', 'pass', 'alert', 'block', 'log', 'strip'], a >>> 4);
    const row = finding(world, Math.max(1, world.findings - index));
    const found = action === 'pass' ? [] : [{ detector: row.detector, type: row.finding_type, severity: row.severity, location: row.location, value_preview: row.value_preview, action_taken: action, count: 1, origin: 'detector' }];
    return { timestamp: iso(-index * 47_000 - 9000), request_id: 48_213 - index, exchange_id: `0193a1b2-1111-7abc-8def-${index.toString(16).padStart(12, '0')}`, provider, model: index === 3 ? hostile : model, endpoint: provider === 'anthropic' ? '/v1/messages?beta=true' : provider === 'gemini' ? '/v1beta/models/gemini-3-pro:streamGenerateContent' : '/v1/responses', action, findings: found, finding_count: found.length, scan_duration_ms: 0.2 + (a % 900) / 100, request_size_bytes: 4000 + (a % 900_000), passed: action !== 'block', session_id: sessionOf(a % 100).session_id, client_name: client, intercept_mode: 'reverse' };
  });
  const search = query.get('search')?.toLowerCase();
  const rows = all.filter(row => (!query.get('action') || row.action === query.get('action')) && (!query.get('provider') || row.provider === query.get('provider')) && (!search || `${row.endpoint} ${row.model} ${row.provider}`.toLowerCase().includes(search)));
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  return { entries: rows.slice(offset, offset + limit), total: rows.length, providers: ['anthropic', 'openai', 'gemini'], hash_chain: true };
}

const setup = [
  ['claude_code', 'Claude Code', 'export ANTHROPIC_BASE_URL=http://127.0.0.1:8080', '$env:ANTHROPIC_BASE_URL = "http://127.0.0.1:8080"', null, 'npm install -g @anthropic-ai/claude-code'],
  ['codex_cli', 'Codex', 'export OPENAI_BASE_URL=http://127.0.0.1:8080/v1', '$env:OPENAI_BASE_URL = "http://127.0.0.1:8080/v1"', '# ~/.codex/config.toml\nopenai_base_url = "http://127.0.0.1:8080/v1"', null],
  ['gemini_cli', 'Gemini CLI', 'export GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8080', '$env:GOOGLE_GEMINI_BASE_URL = "http://127.0.0.1:8080"', null, null],
  ['aider', 'Aider', 'export OPENAI_BASE_URL=http://127.0.0.1:8080/v1 ANTHROPIC_BASE_URL=http://127.0.0.1:8080', '$env:OPENAI_BASE_URL = "http://127.0.0.1:8080/v1"', null, null],
  ['opencode', 'OpenCode', 'export ANTHROPIC_BASE_URL=http://127.0.0.1:8080', '$env:ANTHROPIC_BASE_URL = "http://127.0.0.1:8080"', '{ "provider": { "anthropic": { "options": { "baseURL": "http://127.0.0.1:8080/v1" } } } }', null],
];

export function nextEvents(world) {
  const number = ++world.requests;
  world.firstRequest ??= Date.now();
  const a = mix(number);
  const session = sessionOf(a % 100);
  const exchange = `0193a1b2-2222-7abc-8def-${number.toString(16).padStart(12, '0')}`;
  const events = [];
  let action = 'pass';
  if (a % 3 === 0) {
    const id = world.findings + world.live.length + 1;
    const row = { ...finding({ ...world, live: [] }, id), ...session, id, timestamp: new Date().toISOString(), last_seen: new Date().toISOString(), exchange_id: exchange, request_id: number, seen_count: 1 };
    world.live.push(row);
    action = row.action_taken;
    events.push(['finding', { id, detector: row.detector, type: row.finding_type, severity: row.severity, location: row.location, value_preview: row.value_preview, action, origin: 'detector', client: row.client_name, provider: row.provider, intercept_mode: 'reverse', original_host: '', timestamp: row.timestamp, session_id: row.session_id, exchange_id: exchange, verdict: row.verdict }]);
  }
  events.push(['scan', { action, client: session.client_name, provider: session.provider, findings_count: events.length, timestamp: new Date().toISOString(), exchange_id: exchange, session_id: session.session_id, model: session.model, endpoint: '/v1/messages', duration_ms: 0.3 + (a % 50) / 10 }]);
  if (a % 7 === 0) {
    events.push(['mcp_tool_call', { tool_name: pick(['read_file', 'shell_execute', 'search_issues'], a), decision: pick(['allowed', 'allowed', 'blocked'], a >>> 2), server_id: 'files', session_id: session.session_id, timestamp: new Date().toISOString() }]);
  }
  return events;
}

function validPattern(pattern) {
  try {
    return [new RegExp(pattern, 'g'), null];
  } catch (error) {
    return [null, String(error.message)];
  }
}

function problem(status, error, detail, extra = {}) {
  return { status, body: { type: 'about:blank', title: error, status, detail, error, ...extra } };
}

/** What an address answers; undefined for none. */
export function answer(world, method, path, query, body, publish) {
  const ok = value => ({ body: value });
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  const [head, second, third] = parts;
  if (method === 'GET') {
    switch (path) {
      case '/status': return ok({ status: 'operational', version: '0.6.0-dev', uptime_seconds: 93_412 + (Date.now() - world.started) / 1000, total_findings: world.findings + world.live.length, tier: 'community', proxy_port: 8080, proxy_bind: '127.0.0.1', mode: world.mode, mode_until: world.modeUntil, standalone: true, generation: world.generation, requests_total: world.requests, degraded: world.fresh ? [] : ['The plugin acme.gateway is stopped: its detector does not look at requests.'], store: { healthy: true, problem: null }, dashboard: { live_clients: 1 } });
      case '/build': return ok({ service: 'lumen-argus', version: '0.6.0-dev', git_commit: '3512701', build_id: 'sha256:9c1f', built_at: iso(-day), plugins: [] });
      case '/findings': return ok(findings(world, query));
      case '/findings/facets': { const rows = sample(world); return ok(Object.fromEntries(Object.entries({ severity: 'severity', detector: 'detector', action: 'action_taken', provider: 'provider', client: 'client_name', finding_type: 'finding_type', origin: 'origin', verdict: 'verdict' }).map(([name, field]) => [name, tally(rows, field).map(([value, count]) => ({ value, count }))]))); }
      case '/findings/export': { const { findings: rows } = findings(world, query); return query.get('format') === 'json' ? { text: JSON.stringify(rows), type: 'application/json', name: 'findings.json' } : { text: ['id,timestamp,detector,finding_type,severity', ...rows.map(row => [row.id, row.timestamp, row.detector, row.finding_type, row.severity].join(','))].join('\n'), type: 'text/csv', name: 'findings.csv' }; }
      case '/sessions': return ok({ sessions: sessions(world).slice(Number(query.get('offset') ?? 0)).slice(0, Number(query.get('limit') ?? 50)), total: sessions(world).length });
      case '/sessions/dashboard': return ok({ sessions: sessions(world).slice(0, Number(query.get('limit') ?? 5)), total: sessions(world).length && 23 });
      case '/stats': return ok(stats(world, Number(query.get('days') ?? 30)).body);
      case '/stats/advanced': { const { trend, rows } = stats(world, Number(query.get('days') ?? 30)); return ok({ action_trend: trend.map(({ date, count }, index) => { const block = Math.round(count * (0.24 + (mix(index) % 12) / 100)); const alert = Math.round(count * 0.36); const redact = Math.round(count * 0.05); return { date, block, redact, alert, log: count - block - alert - redact }; }), activity_matrix: Array.from({ length: 7 }, (_, weekday) => ({ weekday, hours: Array.from({ length: 24 }, (_, hour) => (world.findings ? Math.round(Math.max(0, Math.sin(((hour - 6) / 14) * Math.PI)) * (weekday > 4 ? 20 : 160) * (0.6 + (mix(hour * 7 + weekday) % 40) / 100)) : 0)) })), top_accounts: tally(rows, 'account_id').slice(0, 8).map(([account_id, count]) => ({ account_id, count })), top_projects: tally(rows, 'working_directory').slice(0, 8).map(([working_directory, count]) => ({ working_directory, count })), detection_coverage: { active_rules: 204, total_rules: 207, pro_imported: 1 } }); }
      case '/config': return ok({ ...world.config, values: { ...world.config.values, 'proxy.mode': world.mode } });
      case '/pipeline': return ok({ default_action: world.config.values.default_action, parallel_batching: false, stages: world.stages,
        timings: [['extraction', 'Reading the body', 240, 2100], ['encoding_decode', 'Decoding', 60, 880], ['outbound_dlp', 'Rules and detectors', 410, 3900]].map(([name, label, p50_us, p99_us]) => ({ name, label, count: 48_112, p50_us, p99_us })) });
      case '/clients': return ok({ clients: tools.map(([id]) => ({ id, display_name: id })) });
      case '/audit': return ok(audit(world, query));
      case '/audit/export': return { text: 'timestamp,request_id\n', type: 'text/csv', name: 'audit.csv' };
      case '/logs/tail': return ok({ lines: world.fresh ? [] : Array.from({ length: 100 }, (_, index) => { const level = skew(['INFO ', 'INFO ', 'DEBUG', 'WARN ', 'ERROR'], mix(index)); return `${new Date(Date.now() - (100 - index) * 8000).toISOString().replace('T', ' ').slice(0, 23)} ${level} [argus.${pick(['proxy', 'store', 'plugins', 'reload'], mix(index + 3))}] ${pick(['#4812 POST /v1/messages forwarded in 812 ms', 'The rule index was built: 204 rules, 311 keywords', 'acme.gateway took 24 ms of its 2 ms', 'Generation 7 is in force', 'upstream closed the connection ' + (index === 50 ? hostile : '')], mix(index + 9))}`; }) });
      case '/logs/download': return { text: 'log\n', name: 'lumen-argus.log' };
      case '/rules': return ok(rules(world, query));
      case '/rules/stats': return ok(ruleStats(world));
      case '/rules/titles': return ok({ titles: { aws_access_key: 'AWS access key identifier' } });
      case '/rules/analysis': return ok({ available: true, has_results: true, overlaps: pairs, duplicates: [], subsets: [] });
      case '/allowlists': return ok(allowlists(world));
      case '/notifications/types': return ok({ types: channelTypes });
      case '/notifications/channels': return ok({ channels: world.channels });
      case '/ws/connections': return ok({ connections: world.fresh ? [] : Array.from({ length: 30 }, (_, index) => ({ id: `ws-${index}`, target_url: index === 4 ? `wss://${hostile}` : pick(['wss://api.openai.com/v1/responses', 'wss://chatgpt.com/backend-api/codex/responses'], index), origin: '', connected_at: Date.now() / 1000 - index * 900 - 60, disconnected_at: index < 2 ? null : Date.now() / 1000 - index * 900 + 400, duration_seconds: index < 2 ? null : 460 - index, frames_sent: 12 + index * 3, frames_received: 840 + index * 51, findings_count: index % 5 === 0 ? 1 : 0, close_code: index < 2 ? null : index % 9 === 0 ? 1008 : 1000 })), count: world.fresh ? 0 : 30 });
      case '/ws/stats': return ok(world.fresh ? { total_connections: 0, total_frames_sent: 0, total_frames_received: 0, avg_duration: 0, total_findings: 0 } : { total_connections: 312, total_frames_sent: 9120, total_frames_received: 402_110, avg_duration: 402.5, total_findings: 9 });
      case '/mcp/tools': return ok({ allowed: world.mcpLists.filter(entry => entry.list_type === 'allowed'), blocked: world.mcpLists.filter(entry => entry.list_type === 'blocked') });
      case '/mcp/detected-tools': return ok({ tools: world.fresh ? [] : ['read_file', 'write_file', 'shell_execute', 'search_issues', 'query_database', hostile].map((tool_name, index) => ({ tool_name, description: ['Reads a file', 'Writes a file', 'Runs a command in a shell', 'Searches issues', 'Runs a query', 'Hides something'][index], input_schema: '{}', first_seen: iso(-20 * day), last_seen: iso(-index * 400_000), call_count: 900 - index * 140 })), total: 6 });
      case '/mcp/tool-calls': return ok({ calls: world.fresh ? [] : Array.from({ length: 40 }, (_, index) => ({ id: 40 - index, tool_name: pick(['read_file', 'shell_execute', 'search_issues', 'write_file'], mix(index)), session_id: sessionOf(index % 9).session_id, timestamp: iso(-index * 130_000), status: pick(['allowed', 'allowed', 'alert', 'blocked'], mix(index + 2)), finding_count: index % 6 === 0 ? 1 : 0, source: 'proxy' })), total: 40 });
      case '/mcp/baselines': return ok({ baselines: world.fresh ? [] : ['read_file', 'search_issues', 'shell_execute'].map((tool_name, index) => ({ tool_name, definition_hash: mix(index).toString(16).repeat(8).slice(0, 64), description: 'Reads', param_names: '["path"]', first_seen: iso(-20 * day), last_seen: iso(-day), drift_count: index === 2 ? 2 : 0 })), total: 3 });
      case '/plugins': return ok({ plugins: world.fresh ? plugins.slice(0, 4) : plugins });
      case '/pages': return ok({ pages: world.fresh ? pages.slice(2) : pages });
      case '/pages/acme-report/fragment': return { text: `<la-card heading="Requests by gateway"><p>${'A report of the plugin.'}</p><la-chart src="/api/v1/plugins/acme.gateway/chart" label="Requests" height="160"></la-chart></la-card><p></p><la-card heading="Gateways" flush><la-table label="Gateways" src="/api/v1/plugins/acme.gateway/rows" columns='[{"key":"name","label":"Gateway"},{"key":"requests","label":"Requests","kind":"number"},{"key":"seen","label":"Last seen","kind":"time"}]'></la-table></la-card><script>window.broken = 1</script><img alt="" src=x onerror="window.broken = 1">`, type: 'text/html; charset=utf-8' };
      case '/plugins/acme.gateway/rows': return ok({ rows: [{ id: 1, name: 'eu-1', requests: 9120, seen: iso(-9000) }, { id: 2, name: 'us-2', requests: 4410, seen: iso(-90_000) }] });
      case '/plugins/acme.gateway/chart': return ok({ x: Array.from({ length: 14 }, (_, index) => (world.started - (13 - index) * day) / 1000), series: [{ label: 'Requests', color: 'accent', values: Array.from({ length: 14 }, (_, index) => 200 + (mix(index) % 400)) }] });
      case '/plugins/lumenargus.ruleanalysis/pairs': return ok({ pairs });
      case '/first-run': return ok({ proxy_url: 'http://127.0.0.1:8080', requests_seen: world.requests, first_request_at: world.firstRequest ? new Date(world.firstRequest).toISOString() : null, tools: setup.map(([name, label, bash, powershell, config, install_hint], index) => ({ name, label, install_hint, lines: { bash, powershell, config }, seen: !world.fresh && index < 3 })) });
      case '/licence': case '/license': return ok({ tier: 'community', status: 'none' });
    }
    if (head === 'findings' && second) {
      const id = Number(second);
      return Number.isInteger(id) && id > 0 && id <= world.findings + world.live.length ? ok(finding(world, id)) : problem(404, 'not_found', 'There is no such finding.');
    }
    if (head === 'sessions' && second) {
      const detail = sessionDetail(world, second);
      return detail ? ok(detail) : problem(404, 'not_found', 'There is no such session.');
    }
    if (head === 'rules' && second) {
      const rule = world.rules.find(candidate => candidate.name === second);
      return rule ? ok(rule) : problem(404, 'not_found', 'There is no such rule.');
    }
    if (head === 'notifications' && third) {
      const channel = world.channels.find(candidate => candidate.id === Number(third));
      return channel ? ok(channel) : problem(404, 'not_found', 'There is no such channel.');
    }
    return undefined;
  }
  if (path === '/rules/test') {
    const [expression, error] = validPattern(body.pattern ?? '');
    return ok(expression ? { valid: true, problem: null, matches: [...String(body.sample ?? '').matchAll(expression)].slice(0, 20).map(match => ({ start: match.index, end: match.index + match[0].length, preview: `${match[0].slice(0, 4)}****` })), duration_us: 41 } : { valid: false, error, matches: [] });
  }
  if (path === '/rules' && method === 'POST') {
    const [, error] = validPattern(body.pattern ?? '');
    if (error) {
      return problem(400, 'invalid_pattern', error, { field: 'pattern' });
    }
    if (world.rules.some(rule => rule.name === body.name)) {
      return problem(409, 'exists', 'A rule of this name is there already.', { field: 'name' });
    }
    const rule = { detector: 'secrets', severity: 'high', action: '', enabled: true, tags: [], description: '', validator: '', ...body, tier: 'custom', source: 'dashboard', hit_count: 0, last_hit_at: null, problem: null, created_at: iso(0), updated_at: iso(0) };
    world.rules.unshift(rule);
    publish('rules', {});
    return { status: 201, body: rule };
  }
  if (path === '/rules/bulk-update') {
    for (const rule of world.rules.filter(candidate => body.names.includes(candidate.name))) {
      Object.assign(rule, body.update);
    }
    publish('rules', {});
    return ok({ updated: body.names.length, failed: [], message: '' });
  }
  if (head === 'rules' && second) {
    const index = world.rules.findIndex(candidate => candidate.name === second);
    if (index < 0) {
      return problem(404, 'not_found', 'There is no such rule.');
    }
    const rule = world.rules[index];
    if (third === 'clone') {
      const copy = { ...rule, name: body.new_name ?? `${rule.name}_custom`, source: 'dashboard', tier: 'custom', hit_count: 0, last_hit_at: null };
      world.rules.unshift(copy);
      publish('rules', {});
      return { status: 201, body: copy };
    }
    if (method === 'DELETE') {
      world.rules.splice(index, 1);
      publish('rules', {});
      return ok({ deleted: second });
    }
    Object.assign(rule, body);
    publish('rules', {});
    return ok(rule);
  }
  if (path === '/allowlists/test') {
    const glob = new RegExp(`^${String(body.pattern).replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`);
    const matching = Array.from({ length: 200 }, (_, index) => world.findings - index).filter(id => id > 0).map(id => finding(world, id)).filter(row => glob.test(row.value_preview));
    return ok({ value_match: body.value === undefined ? null : glob.test(body.value), matching_findings_count: matching.length, matching_findings: matching.slice(0, 20) });
  }
  if (path === '/allowlists') {
    const entry = { id: 100 + world.allow.length, list_type: body.type, pattern: body.pattern, description: body.description ?? '', source: 'api', enabled: true, created_at: iso(0) };
    world.allow.push(entry);
    return { status: 201, body: entry };
  }
  if (head === 'allowlists' && second) {
    world.allow = world.allow.filter(entry => entry.id !== Number(second));
    return ok({ deleted: Number(second) });
  }
  if (path === '/notifications/channels') {
    const channel = { id: 10 + world.channels.length, source: 'dashboard', last_status: null, last_status_at: null, last_error: null, ...body };
    world.channels.push(channel);
    return { status: 201, body: channel };
  }
  if (path === '/notifications/channels/batch') {
    world.channels = body.action === 'delete' ? world.channels.filter(channel => !(body.ids.includes(channel.id) && channel.source === 'dashboard')) : world.channels.map(channel => (body.ids.includes(channel.id) ? { ...channel, enabled: body.action === 'enable' } : channel));
    return ok({ affected: body.ids.length });
  }
  if (head === 'notifications' && third) {
    const channel = world.channels.find(candidate => candidate.id === Number(third));
    if (!channel) {
      return problem(404, 'not_found', 'There is no such channel.');
    }
    if (parts[3] === 'test') {
      return channel.type === 'pagerduty' ? problem(502, 'failed', 'The service answered 403 Forbidden.') : ok({ status: 'sent' });
    }
    if (method === 'DELETE') {
      world.channels = world.channels.filter(candidate => candidate !== channel);
      return ok({ deleted: channel.id });
    }
    return ok(Object.assign(channel, body));
  }
  if (path === '/mcp/tools') {
    const entry = { id: 10 + world.mcpLists.length, source: 'api', created_at: iso(0), ...body };
    world.mcpLists.push(entry);
    return { status: 201, body: entry };
  }
  if (head === 'mcp' && second === 'tools' && third) {
    world.mcpLists = world.mcpLists.filter(entry => entry.id !== Number(third));
    return ok({ deleted: Number(third) });
  }
  if (path === '/config') {
    const applied = [];
    const errors = [];
    for (const [key, value] of Object.entries(body)) {
      if (key === 'proxy.timeout' && !(value >= 1 && value <= 300)) {
        errors.push({ key, error: 'must be 1 to 300' });
      } else {
        if (key === 'proxy.mode') {
          world.mode = value;
          world.modeUntil = value === 'passthrough' && body.mode_for ? iso(1_800_000) : null;
          publish('mode-changed', { mode: value });
        }
        if (!key.startsWith('mode_')) {
          world.config.values[key] = value;
          world.config.sources[key] = 'dashboard';
        }
        applied.push(key);
      }
    }
    world.generation++;
    publish('config', {});
    return { status: errors.length ? 207 : 200, body: { applied, errors, restart_needed: applied.filter(key => world.config.restart_keys.includes(key)) } };
  }
  if (path === '/pipeline') {
    for (const [name, change] of Object.entries(body.stages ?? {})) {
      Object.assign(world.stages.find(stage => stage.name === name) ?? {}, change);
    }
    Object.assign(world.stages[1].encoding_settings, body.encoding_settings ?? {});
    for (const [name, change] of Object.entries(body.detectors ?? {})) {
      Object.assign(world.stages[0].sub_detectors.find(detector => detector.name === name) ?? {}, change);
    }
    if (body.default_action) {
      world.config.values.default_action = body.default_action;
    }
    publish('config', {});
    return ok({ applied: Object.keys(body), errors: [] });
  }
  if (path === '/reload') {
    world.config.reload = { generation: ++world.generation, at: iso(0), problems: [] };
    return ok({ generation: world.generation, problems: [] });
  }
  if (path === '/license') {
    return ok({ status: 'saved', message: 'Saved; in force after a restart.', path: '~/.lumen-argus/license' });
  }
  return undefined;
}
