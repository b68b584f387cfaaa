import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/http.js';
import type { SessionRow, Turn } from '../api/types.js';
import { findingsHash, keyOf, navigate, routeHash, sessionHash } from '../app/route.js';
import { glyph } from '../elements/glyphs.js';
import { label, projectName } from '../format/labels.js';
import { typeTitle } from '../format/titles.js';
import { bytes, count, milliseconds, plural } from '../format/numbers.js';
import { clockTime, parseTime } from '../format/time.js';
import { keyed, projectCell, severityCounts, toolCell, type KeyedSession } from './finding-cells.js';
import { Page } from './page.js';

const limit = 50;

interface Detail { session: SessionRow; turns: Turn[]; tainted_at: string | null }

/** Conversations with findings; one of them turn by turn, with the turn where the secret came in. */
@customElement('page-sessions')
export class SessionsPage extends Page {
  @state() private rows: KeyedSession[] | undefined;
  @state() private total = 0;
  @state() private detail: Detail | null = null;
  @state() private search = '';
  @state() private onlyFindings = false;

  private get sessionId(): string | null {
    return this.route.rest[0] ?? null;
  }

  private get offset(): number {
    return Number(this.route.query.get('offset') || 0);
  }

  protected override listen(): void {
    const again = (data: Record<string, unknown>): void => {
      if (this.sessionId === null || data['session_id'] === this.sessionId) {
        this.soon('again', 4000, () => void this.refresh());
      }
    };
    this.on('finding', again);
    // Whose they are is not said.
    this.onMore('finding', () => this.soon('again', 4000, () => void this.refresh()));
    this.onMore('scan', () => this.sessionId !== null && this.soon('again', 4000, () => void this.refresh()));
    this.on('scan', data => {
      if (this.sessionId !== null) {
        again(data);
      }
    });
  }

  protected async load(signal: AbortSignal): Promise<void> {
    const id = this.sessionId;
    if (id === null) {
      const answer = await get<{ sessions: SessionRow[]; total: number }>('/sessions', { limit, offset: this.offset }, signal);
      this.rows = answer.sessions.map(keyed);
      this.total = answer.total;
      return;
    }
    const key = keyOf(this.route);
    if (this.detail?.session.session_id !== id || (key !== undefined && this.detail.session.api_key_hash !== key)) {
      this.detail = null;
    }
    const detail = await get<Detail>(`/sessions/${encodeURIComponent(id)}${key === undefined ? '' : `?api_key_hash=${encodeURIComponent(key)}`}`, {}, signal);
    this.detail = { ...detail, turns: [...detail.turns].sort((a, b) => (parseTime(b.timestamp)?.getTime() ?? 0) - (parseTime(a.timestamp)?.getTime() ?? 0)) };
  }

  override render() {
    return this.sessionId === null ? this.list() : this.one(this.sessionId);
  }

  private list(): TemplateResult {
    const words = this.search.toLowerCase();
    const rows = this.rows?.filter(row => words === '' || `${row.session_id} ${row.client_name} ${row.working_directory} ${row.model} ${row.account_id}`.toLowerCase().includes(words));
    return html`${this.head('Sessions', nothing, 'Conversations in which something was found, the last one first.')}
      <div class="filters"><input type="search" placeholder="Tool, project, model, account" aria-label="Filter sessions" @input=${(event: Event) => { this.search = (event.target as HTMLInputElement).value; }}>
        <span class="muted num small">${rows && words ? `${plural(rows.length, 'session')} of this page` : ''}</span></div>
      ${this.failure() || html`<la-card flush><la-table label="Sessions" opens fixed row-key="key" .columns=${columns as never} .rows=${rows} placeholders="10"
        empty-heading=${words ? 'No session matches' : 'No session with a finding yet'} empty-hint=${words ? 'Try a part of the project or of the model.' : 'A conversation of a tool appears here once something was found in it.'} empty-sign="sessions"
        @la-row=${(event: CustomEvent<{ row: SessionRow }>) => navigate(sessionHash(event.detail.row))}></la-table>${this.rows?.length === 0 && this.offset === 0 ? nothing : this.pager()}</la-card>`}`;
  }

  private pager(): TemplateResult {
    const to = (offset: number): void => { navigate(routeHash('sessions', [], { offset: offset > 0 ? offset : '' })); scrollTo(0, 0); };
    return html`<div class="pager small"><span class="muted num grow">${this.rows ? `${count(Math.min(this.offset + 1, this.total))} to ${count(this.offset + this.rows.length)} of ${plural(this.total, 'session')}` : '\u00a0'}</span>
      <button ?disabled=${this.offset === 0} @click=${() => to(this.offset - limit)}>${glyph('left', 'tiny')}Newer</button><button ?disabled=${this.offset + limit >= this.total} @click=${() => to(this.offset + limit)}>Older${glyph('right', 'tiny')}</button></div>`;
  }

  private one(id: string): TemplateResult {
    const session = this.detail?.session;
    const turns = this.detail?.turns;
    const name = session ? `${label(session.client_name) || 'Unknown tool'}${session.working_directory ? ` in ${projectName(session.working_directory)}` : ''}` : 'Session';
    const tainted = turns?.find(turn => turn.exchange_id === this.detail?.tainted_at);
    const shown = turns?.filter(turn => !this.onlyFindings || turn.finding_count > 0);
    return html`<p class="back"><a href="#/sessions">${glyph('left', 'tiny')} Sessions</a></p>
      ${this.head(name, html`<a class="button" href=${findingsHash({ session_id: id, api_key_hash: keyOf(this.route) ?? session?.api_key_hash })}>Its findings</a>`)}
      ${this.failure()}
      ${this.problem && !this.detail ? nothing : html`<div class="grid main-side top">
        <la-card heading="Turns" hint=${turns ? `the newest ${count(turns.length)} first` : ''} flush>
          <label slot="actions" class="row small muted"><input type="checkbox" .checked=${this.onlyFindings} @change=${(event: Event) => { this.onlyFindings = (event.target as HTMLInputElement).checked; }}>Only with findings</label>
          ${turns === undefined ? html`<div class="stack turn-wait">${[90, 60, 75, 50, 80].map(width => html`<span class="skeleton" style="width:${width}%"></span>`)}</div>`
            : turns.length === 0 ? html`<la-empty heading="No turn is kept" hint="The audit files of this session have been deleted by their retention." sign="sessions"></la-empty>`
            : html`<ol class="turns">${shown?.map(turn => this.turn(turn))}</ol>`}
        </la-card>
        <div class="stack gap">
          ${tainted ? html`<la-card heading="Where it was tainted"><div class="stack"><p>Request <b class="num">#${tainted.request_id ?? '?'}</b>, <la-time .value=${tainted.timestamp}></la-time>, was the first that carried a secret.
            ${tainted.action === 'block' ? 'It was blocked; as long as the tool repeats it in the history, later requests are stripped of it or blocked too.' : 'What it carried may be repeated in the history of every later request.'}</p>
            <div><button @click=${() => this.querySelector('.turn.tainted')?.scrollIntoView({ block: 'center', behavior: 'smooth' })}>Show the turn</button></div></div></la-card>` : nothing}
          <la-card heading="Session"><dl class="facts">
            <dt>Session</dt><dd class="row"><span class="mono ellipsis">${id}</span><la-copy .value=${id} what="session id"></la-copy></dd>
            ${session ? html`<dt>Findings</dt><dd>${severityCounts(session)}</dd>
            ${session.working_directory ? html`<dt>Project</dt><dd><a href=${routeHash('findings', [], { working_directory: session.working_directory })}>${projectName(session.working_directory)}</a>${session.git_branch ? html` <span class="muted">${session.git_branch}</span>` : nothing}<br><code class="muted wrap">${session.working_directory}</code></dd>` : nothing}
            <dt>Provider</dt><dd>${label(session.provider) || '–'}</dd><dt>Model</dt><dd><code class="wrap">${session.model || '–'}</code></dd>
            ${session.account_id ? html`<dt>Account</dt><dd><code class="wrap">${session.account_id}</code></dd>` : nothing}
            ${session.device_id ? html`<dt>Device</dt><dd><code class="wrap">${session.device_id}</code></dd>` : nothing}
            <dt>First seen</dt><dd><la-time .value=${session.first_seen}></la-time></dd><dt>Last seen</dt><dd><la-time .value=${session.last_seen}></la-time></dd>` : nothing}
          </dl></la-card>
        </div>
      </div>`}`;
  }

  private turn(turn: Turn): TemplateResult {
    const isTainted = turn.exchange_id === this.detail?.tainted_at;
    const at = parseTime(turn.timestamp);
    return html`<li class="turn ${isTainted ? 'tainted' : ''} ${turn.finding_count > 0 ? 'found' : ''}">
      <div class="turn-line"><span class="num muted turn-id">#${turn.request_id ?? '–'}</span><la-badge kind="action" value=${turn.action}></la-badge>
        <span class="mono ellipsis grow" title=${turn.endpoint ?? ''}>${turn.endpoint ?? ''}</span>
        <span class="num muted small figures"><span>${bytes(turn.request_bytes)}</span><span>${milliseconds(turn.duration_ms ?? turn.scan_duration_ms)}</span></span>
        <time class="num muted small" datetime=${at?.toISOString() ?? ''} title=${at?.toLocaleString() ?? ''}>${at ? clockTime(at) : '–'}</time></div>
      ${isTainted ? html`<p class="turn-mark">${glyph('warning', 'tiny')}Tainted here: the first request with a finding</p>` : nothing}
      ${turn.findings.map(finding => html`<a class="turn-finding" href=${routeHash('findings', [finding.id])}><la-badge kind="severity" value=${finding.severity}></la-badge><span class="strong">${typeTitle(finding.finding_type)}</span>
        <span class="mono">${finding.value_preview ?? ''}</span><span class="mono muted ellipsis grow">${finding.location}</span></a>`)}</li>`;
  }
}

const columns = [
  { key: 'client_name', label: 'Tool', narrow: 'lead', width: '12%', sortable: true, render: toolCell },
  { key: 'working_directory', label: 'Project', narrow: 'lead', sortable: true, render: projectCell },
  { key: 'finding_count', label: 'Findings', width: '21%', sortable: true, render: severityCounts },
  { key: 'provider', label: 'Provider', width: '10%', sortable: true, narrow: 'hide', render: (row: SessionRow) => label(row.provider) },
  { key: 'model', label: 'Model', kind: 'mono', sortable: true },
  { key: 'account_id', label: 'Account', kind: 'mono', narrow: 'hide', width: '9%', sortable: true },
  { key: 'first_seen', label: 'First seen', kind: 'time', narrow: 'hide', width: '108px', sortable: true },
  { key: 'last_seen', label: 'Last seen', kind: 'time', narrow: 'end', width: '108px', sortable: true },
];
