import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, root, withQuery } from '../api/http.js';
import type { AuditEntry } from '../api/types.js';
import { navigate, routeHash, type Route } from '../app/route.js';
import { glyph } from '../elements/glyphs.js';
import { label } from '../format/labels.js';
import { typeTitle } from '../format/titles.js';
import { bytes, count, milliseconds, plural } from '../format/numbers.js';
import { download } from './findings.js';
import { Page } from './page.js';

const limit = 50;

/** What the lines are, and only where it is so that a change of one shows. `undefined`: not known yet. */
export function auditHint(hasChain: boolean | undefined): string {
  const chain = hasChain ? ' Each new line carries the hash of the one before: "lumen-argus audit verify" shows whether one was changed.'
    : hasChain === false ? ' With audit.hash_chain: true in config.yaml a line that is changed later shows.' : '';
  return `One line for each decision.${chain}`;
}

/** Every request and its decision, as the audit files have it. */
@customElement('page-audit')
export class AuditPage extends Page {
  @state() private rows: (AuditEntry & { key: string })[] | undefined;
  @state() private total = 0;
  @state() private providers: string[] = [];
  @state() private chosen: string | null = null;
  @state() private hasChain: boolean | undefined;

  protected override listen(): void {
    const again = (): void => {
      if (this.offset === 0 && this.chosen === null) {
        this.soon('again', 12_000, () => void this.refresh());
      }
    };
    this.on('scan', again);
    this.onMore('scan', again);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onEscape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onEscape);
  }

  private readonly onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      this.chosen = null;
    }
  };

  private filter(name: string): string {
    return this.route.query.get(name) ?? '';
  }

  private get offset(): number {
    return Number(this.filter('offset') || 0);
  }

  private get query() {
    return { action: this.filter('action'), provider: this.filter('provider'), search: this.filter('search') };
  }

  protected override isNewRoute(_before: Route | undefined): boolean {
    this.chosen = null;
    return true;
  }

  protected async load(signal: AbortSignal): Promise<void> {
    const answer = await get<{ entries: AuditEntry[]; total: number; providers?: string[]; hash_chain?: boolean }>('/audit', { ...this.query, limit, offset: this.offset }, signal);
    this.rows = answer.entries.map((entry, index) => ({ ...entry, finding_count: entry.finding_count ?? entry.findings?.length ?? 0, key: `${entry.exchange_id ?? entry.request_id ?? ''}/${entry.timestamp}/${entry.action}/${entry.exchange_id ? '' : index}` }));
    this.total = answer.total;
    this.hasChain = answer.hash_chain;
    this.providers = answer.providers ?? this.providers;
  }

  private set(changes: Record<string, string>): void {
    const query = new URLSearchParams(this.route.query);
    for (const [name, value] of Object.entries({ offset: '', ...changes })) {
      if (value === '') {
        query.delete(name);
      } else {
        query.set(name, value);
      }
    }
    navigate(routeHash('audit', [], query));
  }

  override render() {
    const entry = this.rows?.find(row => row.key === this.chosen);
    const hasFilter = Object.values(this.query).some(value => value !== '');
    const menu = (name: string, text: string, values: string[]): TemplateResult => html`<select class="keep ${this.filter(name) ? 'set' : ''}" aria-label=${text} @change=${(event: Event) => this.set({ [name]: (event.target as HTMLSelectElement).value })}>
      <option value="" ?selected=${this.filter(name) === ''}>${text}</option>${values.map(value => html`<option value=${value} ?selected=${value === this.filter(name)}>${label(value)}</option>`)}</select>`;
    return html`${this.head('Audit', html`<button class="quiet" @click=${() => download(withQuery(`${root}/audit/export`, { ...this.query, format: 'csv' }))}>${glyph('download')}CSV</button><button class="quiet" @click=${() => download(withQuery(`${root}/audit/export`, { ...this.query, format: 'json' }))}>${glyph('download')}JSON</button>`,
      auditHint(this.hasChain))}
      <div class="filters"><input type="search" placeholder="Endpoint, model, provider" aria-label="Search the audit" .value=${this.filter('search')} @change=${(event: Event) => this.set({ search: (event.target as HTMLInputElement).value.trim() })}>
        ${menu('action', 'Action', ['block', 'strip', 'redact', 'alert', 'log', 'pass'])}${menu('provider', 'Provider', this.providers)}${hasFilter ? html`<button class="quiet" @click=${() => navigate('#/audit')}>Clear</button>` : nothing}</div>
      ${this.failure() || html`<div class="with-detail ${entry ? 'open' : ''}"><la-card flush><la-table label="Audit" opens row-key="key" .columns=${(entry ? columns.filter(column => !column.away) : columns) as never} .rows=${this.rows} .selected=${this.chosen} placeholders="12"
        empty-heading=${hasFilter ? 'No line matches' : 'No request yet'} empty-hint=${hasFilter ? 'Take a filter away.' : 'The first request writes the first line.'} empty-sign="audit"
        @la-row=${(event: CustomEvent<{ row: { key: string } }>) => { this.chosen = event.detail.row.key; }}></la-table>
        ${this.rows?.length === 0 && this.offset === 0 ? nothing : html`<div class="pager small"><span class="muted num grow">${this.rows ? `${count(Math.min(this.offset + 1, this.total))} to ${count(this.offset + this.rows.length)} of ${plural(this.total, 'line')}` : '\u00a0'}</span>
          <button ?disabled=${this.offset === 0} @click=${() => this.set({ offset: this.offset > limit ? String(this.offset - limit) : '' })}>${glyph('left', 'tiny')}Newer</button><button ?disabled=${this.offset + limit >= this.total} @click=${() => this.set({ offset: String(this.offset + limit) })}>Older${glyph('right', 'tiny')}</button></div>`}</la-card>
        ${entry ? this.detail(entry) : nothing}</div>`}`;
  }

  private detail(entry: AuditEntry): TemplateResult {
    return html`<aside class="detail over" aria-label="Audit line"><header><div class="grow stack"><h2>Request <span class="num">#${entry.request_id ?? '–'}</span></h2><la-badge kind="action" value=${entry.action}></la-badge></div><button class="quiet icon" aria-label="Close" title="Close (Esc)" @click=${() => { this.chosen = null; }}>${glyph('close')}</button></header>
      <section><dl class="facts"><dt>When</dt><dd><la-time .value=${entry.timestamp}></la-time></dd><dt>Tool</dt><dd>${label(entry.client_name) || '–'}</dd><dt>Provider</dt><dd>${label(entry.provider) || '–'}</dd><dt>Model</dt><dd><code class="wrap">${entry.model ?? '–'}</code></dd><dt>Endpoint</dt><dd><code class="wrap">${entry.endpoint ?? entry.tool_name ?? '–'}</code></dd>
        <dt>Forwarded</dt><dd>${entry.passed === false ? 'No' : 'Yes'}</dd><dt>Size</dt><dd class="num">${bytes(entry.request_size_bytes)}</dd><dt>Looked at in</dt><dd class="num">${milliseconds(entry.scan_duration_ms)}</dd>
        ${entry.session_id ? html`<dt>Session</dt><dd><a class="mono wrap" href=${routeHash('sessions', [entry.session_id])}>${entry.session_id}</a></dd>` : nothing}
        ${entry.exchange_id ? html`<dt>Exchange</dt><dd class="row"><span class="mono ellipsis">${entry.exchange_id}</span><la-copy .value=${entry.exchange_id} what="exchange id"></la-copy></dd>` : nothing}</dl></section>
      ${(entry.findings ?? []).length > 0 ? html`<section><h3>Findings</h3>${entry.findings?.map(finding => html`<div class="stack line"><div class="row wraps"><la-badge kind="severity" value=${finding.severity}></la-badge><span class="strong">${typeTitle(finding.type)}</span><span class="mono">${finding.value_preview ?? ''}</span></div><code class="muted wrap">${finding.location}</code></div>`)}</section>` : nothing}
      <section><h3>The line as it is</h3><pre class="code" tabindex="0" aria-label="Audit line as JSON">${JSON.stringify({ ...entry, key: undefined }, null, 1)}</pre></section></aside>`;
  }
}

const columns = [
  { key: 'request_id', label: '#', kind: 'number', width: '64px', narrow: 'hide', render: (row: AuditEntry) => html`<span class="muted">${row.request_id ?? '–'}</span>` },
  { key: 'action', label: 'Action', kind: 'action', width: '92px', narrow: 'end' },
  { key: 'client_name', label: 'Tool', narrow: 'lead', render: (row: AuditEntry) => label(row.client_name) || html`<span class="muted">Unknown</span>` },
  { key: 'provider', label: 'Provider', narrow: 'lead', render: (row: AuditEntry) => html`<span class="muted">${label(row.provider)}</span>` },
  { key: 'model', label: 'Model', kind: 'mono', away: true },
  { key: 'endpoint', label: 'Endpoint', kind: 'mono', narrow: 'wide', away: true },
  { key: 'finding_count', label: 'Findings', kind: 'number', width: '80px', render: (row: AuditEntry) => html`<span class=${row.finding_count ? 'strong' : 'muted'}>${count(row.finding_count)}</span>` },
  { key: 'request_size_bytes', label: 'Size', kind: 'number', width: '80px', render: (row: AuditEntry) => bytes(row.request_size_bytes) },
  { key: 'scan_duration_ms', label: 'Looked at in', kind: 'number', width: '100px', away: true, render: (row: AuditEntry) => milliseconds(row.scan_duration_ms) },
  { key: 'timestamp', label: 'When', kind: 'time', width: '108px' },
];
