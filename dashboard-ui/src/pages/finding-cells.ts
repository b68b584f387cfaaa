import { html, nothing, type TemplateResult } from 'lit';
import type { Finding, SessionRow } from '../api/types.js';
import { label, projectName, severities } from '../format/labels.js';
import { typeTitle } from '../format/titles.js';
import { count } from '../format/numbers.js';
import type { Column } from '../elements/la-table.js';

export function findingType(row: { finding_type: string; count?: number }): TemplateResult {
  return html`<span class="strong" title="${typeTitle(row.finding_type)} (${row.finding_type})">${typeTitle(row.finding_type)}</span>${(row.count ?? 1) > 1 ? html` <span class="muted num">×${row.count}</span>` : nothing}`;
}

export function projectCell(row: { working_directory?: string; git_branch?: string }): TemplateResult {
  const name = projectName(row.working_directory);
  return name === '' ? html`<span class="muted">–</span>`
    : html`<span title=${row.working_directory ?? ''}>${name}</span>${row.git_branch ? html` <span class="muted small">${row.git_branch}</span>` : nothing}`;
}

export function toolCell(row: { client_name?: string; client_version?: string }): TemplateResult {
  return row.client_name ? html`<span title="${row.client_name} ${row.client_version ?? ''}">${label(row.client_name)}</span>` : html`<span class="muted">Unknown</span>`;
}

/** All columns that a table of findings can have, in their order. The first seven are shown unless someone chose. */
export const findingColumns: readonly (Column<Finding> & { shown: boolean })[] = [
  { key: 'severity', label: 'Severity', kind: 'severity', width: '92px', narrow: 'lead', shown: true },
  { key: 'finding_type', label: 'Finding', width: '28%', wraps: true, narrow: 'fill', render: findingType, shown: true },
  { key: 'value_preview', label: 'Value', kind: 'mono', narrow: 'hide', shown: true },
  { key: 'client_name', label: 'Tool', render: toolCell, shown: true },
  { key: 'working_directory', label: 'Project', render: projectCell, shown: true },
  { key: 'action_taken', label: 'Action', kind: 'action', width: '88px', narrow: 'end', shown: true },
  { key: 'timestamp', label: 'Seen', kind: 'time', width: '108px', shown: true },
  { key: 'location', label: 'Where', kind: 'mono', narrow: 'wide', shown: false },
  { key: 'detector', label: 'Detector', render: row => label(row.detector), shown: false },
  { key: 'verdict', label: 'Verdict', kind: 'verdict', shown: false },
  { key: 'provider', label: 'Provider', render: row => label(row.provider), shown: false },
  { key: 'model', label: 'Model', kind: 'mono', shown: false },
  { key: 'seen_count', label: 'Times', kind: 'number', shown: false },
  { key: 'role', label: 'Part', render: row => label(row.role), shown: false },
  { key: 'username', label: 'User', shown: false },
  { key: 'hostname', label: 'Host', shown: false },
  { key: 'account_id', label: 'Account', kind: 'mono', shown: false },
  { key: 'session_id', label: 'Session', kind: 'mono', shown: false },
  { key: 'intercept_mode', label: 'Mode', shown: false },
  { key: 'origin', label: 'Origin', shown: false },
];

export function severityCounts(row: SessionRow): TemplateResult {
  const parts = severities.map(name => ({ name, amount: Number(row[`${name}_count`] ?? 0) })).filter(part => part.amount > 0);
  return parts.length === 0 ? html`<span class="num">${count(row.finding_count)}</span>`
    : html`<span class="num row">${parts.map(part => html`<span title=${label(part.name)} style="color:var(--la-${part.name})">${part.amount} ${part.name}</span>`)}</span>`;
}

/** A conversation with what tells it from all others. */
export type KeyedSession = SessionRow & { key: string };

export function keyed(row: SessionRow): KeyedSession {
  return { ...row, key: `${row.session_id}/${row.api_key_hash ?? ''}` };
}
