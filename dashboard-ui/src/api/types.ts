// The rows of /api/v1 as they come. What an older server may leave out is optional.
import type { WireTime } from '../format/time.js';

export interface Finding {
  id: number;
  timestamp: WireTime;
  detector: string;
  finding_type: string;
  severity: string;
  location: string;
  action_taken: string;
  provider?: string;
  model?: string;
  value_preview?: string;
  verdict?: string | null;
  decode_chain?: string[] | null;
  role?: string | null;
  exchange_id?: string;
  request_id?: number | string | null;
  session_id?: string;
  api_key_hash?: string;
  seen_count?: number;
  count?: number;
  first_seen?: WireTime;
  last_seen?: WireTime;
  context?: string | null;
  detail?: string;
  origin?: string;
  account_id?: string;
  working_directory?: string;
  git_branch?: string;
  hostname?: string;
  username?: string;
  client_name?: string;
  client_version?: string;
  sdk_name?: string;
  sdk_version?: string;
  runtime?: string;
  intercept_mode?: string;
  original_host?: string;
  source_ip?: string;
  device_id?: string;
  os_platform?: string;
  api_format?: string;
  value_hash?: string;
  rule_severity?: string;
}

export interface FindingPage { findings: Finding[]; total: number; /** Counting stopped there. */ total_is_minimum?: boolean; next_before?: number | null }
export interface Facet { value: string; count: number }
export type Facets = Record<string, Facet[]>;

export interface SessionRow {
  session_id: string;
  /** Beside the identifier: one identifier with two keys is two conversations. */
  api_key_hash?: string;
  first_seen: WireTime;
  last_seen: WireTime;
  finding_count: number;
  critical_count?: number;
  high_count?: number;
  warning_count?: number;
  info_count?: number;
  provider?: string;
  model?: string;
  account_id?: string;
  device_id?: string;
  working_directory?: string;
  git_branch?: string;
  client_name?: string;
}

export interface Turn {
  exchange_id: string;
  request_id?: number | null;
  timestamp: WireTime;
  action: string;
  provider?: string;
  model?: string | null;
  endpoint?: string;
  finding_count: number;
  duration_ms?: number | null;
  scan_duration_ms?: number | null;
  request_bytes?: number | null;
  findings: Finding[];
}

export interface Status {
  status: string;
  version: string;
  uptime_seconds: number;
  total_findings: number;
  tier?: string;
  proxy_port?: number;
  proxy_bind?: string;
  mode?: string;
  mode_until?: WireTime;
  standalone?: boolean;
  generation?: number;
  requests_total?: number;
  degraded?: string[];
  store?: { healthy: boolean; problem?: string | null };
  dashboard?: { live_clients: number };
  notification_suppressed?: Record<string, number>;
}

export interface SessionInfo {
  authenticated: boolean;
  role: 'admin' | 'viewer';
  user?: string | null;
  csrf_token?: string;
  auth?: string;
  version?: string;
}

export interface Rule {
  name: string;
  pattern: string;
  detector: string;
  severity: string;
  action: string;
  enabled: boolean;
  tier: string;
  source: string;
  plugin?: string;
  description?: string;
  tags?: string[] | string;
  validator?: string;
  hit_count?: number;
  last_hit_at?: WireTime;
  problem?: string | null;
  created_at?: WireTime;
  updated_at?: WireTime;
}

export interface RuleStats {
  total: number;
  enabled: number;
  disabled: number;
  by_tier?: Record<string, number>;
  by_detector?: Record<string, number>;
  tags?: { tag: string; total: number; enabled: number }[];
}

export interface RuleTest {
  valid: boolean;
  error?: string | null;
  problem?: string | null;
  matches?: { start: number; end: number; preview: string }[];
  duration_us?: number;
}

export interface Stage {
  name: string;
  label: string;
  description?: string;
  group: string;
  enabled: boolean;
  available?: boolean;
  finding_count?: number;
  mode?: string;
  p50_us?: number | null;
  p99_us?: number | null;
  sub_detectors?: { name: string; label?: string; enabled: boolean; action?: string; finding_count?: number }[];
  encoding_settings?: Record<string, boolean | number>;
  mcp_tools?: { allowed_count: number; blocked_count: number };
}

export interface PluginRow {
  id: string;
  name: string;
  version: string;
  tier?: string;
  state: string;
  reason?: string | null;
  capabilities?: string[];
  detectors?: string[];
  hooks?: string[];
  warnings?: string[];
  calls?: number;
  faults?: number;
  p50_us?: number | null;
  p99_us?: number | null;
  path?: string;
  trust?: string;
  isolation?: 'none' | 'process';
  process?: { id?: number | null; restarts: number; memory_bytes: number; max_memory_bytes: number } | null;
}

export interface PluginPage {
  id: string;
  label: string;
  order: number;
  icon?: string;
  group?: string;
  kind: 'module' | 'fragment';
  locked?: boolean;
  locked_description?: string;
  plugin_id?: string;
  src?: string;
  css?: string[];
  fragment?: string;
}

export interface AuditEntry {
  timestamp: WireTime;
  request_id?: number | null;
  exchange_id?: string;
  provider?: string;
  model?: string | null;
  endpoint?: string;
  action: string;
  findings?: { detector: string; type: string; severity: string; location: string; value_preview?: string; action_taken?: string; count?: number }[];
  finding_count?: number;
  scan_duration_ms?: number | null;
  request_size_bytes?: number | null;
  passed?: boolean;
  session_id?: string;
  client_name?: string;
  tool_name?: string;
  decision?: string;
}

export interface Channel {
  id: number;
  name: string;
  type: string;
  config: Record<string, unknown>;
  enabled: boolean;
  source: string;
  events: string[];
  min_severity: string;
  last_status?: string | null;
  last_status_at?: WireTime;
  last_error?: string | null;
  /** Why it cannot send now. */
  problem?: string | null;
  sent_count?: number;
  failed_count?: number;
  suppressed_count?: number;
  waiting_count?: number;
  paused_until?: WireTime;
}

export interface ChannelField { label: string; type?: string; required?: boolean; secret?: boolean; placeholder?: string; hint?: string }
export type ChannelTypes = Record<string, { label: string; description?: string; plugin_id?: string; fields: Record<string, ChannelField> }>;

export interface Scan {
  action: string;
  client?: string;
  provider?: string;
  findings_count: number;
  timestamp: WireTime;
  exchange_id?: string;
  session_id?: string;
  model?: string;
  endpoint?: string;
  duration_ms?: number;
  is_response?: boolean;
}

export interface ConfigAnswer {
  values: Record<string, unknown>;
  sources: Record<string, string>;
  restart_keys: string[];
  editable_keys?: string[];
  file?: string;
  reload?: { generation: number; at: WireTime; problems: Problem[] };
}

export type Problem = string | { message?: string; key?: string; file?: string; line?: number; error?: string };
export interface Applied { applied?: string[] | Record<string, unknown>; errors?: { key: string; error: string }[]; restart_needed?: string[] }

/** Counts come as {name: n} or as a list of {value|name|..., count}; the pages want one form. */
export function counts(value: unknown): Facet[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => {
      if (item === null || typeof item !== 'object') {
        return [];
      }
      const row = item as Record<string, unknown>;
      const name = Object.values(row).find(part => typeof part === 'string');
      const amount = row['count'] ?? row['finding_count'] ?? Object.values(row).find(part => typeof part === 'number');
      return typeof name === 'string' && typeof amount === 'number' ? [{ value: name, count: amount }] : [];
    });
  }
  if (value !== null && typeof value === 'object') {
    return Object.entries(value as Record<string, unknown>)
      .flatMap(([name, amount]) => (typeof amount === 'number' ? [{ value: name, count: amount }] : []))
      .sort((a, b) => b.count - a.count);
  }
  return [];
}

export function problemText(problem: Problem): string {
  if (typeof problem === 'string') {
    return problem;
  }
  const place = [problem.file, problem.line].filter(part => part !== undefined && part !== '').join(':');
  return [place, problem.key, problem.message ?? problem.error].filter(Boolean).join(' ');
}
