import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, messageOf, send } from '../api/http.js';
import { navigate, routeHash } from '../app/route.js';
import { toast } from '../app/toast.js';
import { glyph } from '../elements/glyphs.js';
import { count, shortCount } from '../format/numbers.js';
import { label } from '../format/labels.js';
import { spanOfSeconds, type WireTime } from '../format/time.js';
import { Page } from './page.js';

interface ToolCall { id: number | string; tool_name: string; session_id?: string; timestamp: WireTime; status: string; finding_count: number; source?: string }
interface ListEntry { id: number | null; tool_name: string; source: string }
interface Tool { tool_name: string; description?: string; first_seen: WireTime; last_seen: WireTime; call_count: number }
interface Baseline { tool_name: string; definition_hash: string; description?: string; first_seen: WireTime; last_seen: WireTime; drift_count: number }
interface Socket { id: string; target_url: string; origin?: string; connected_at: WireTime; duration_seconds?: number | null; frames_sent: number; frames_received: number; findings_count: number; close_code?: number | null }
interface SocketStats { total_connections: number; total_frames_sent: number; total_frames_received: number; avg_duration?: number; average_duration?: number; total_findings: number }

const tabs: [string, string][] = [['calls', 'MCP calls'], ['tools', 'MCP tools'], ['sockets', 'WebSockets']];

/** What goes over MCP and WebSockets. */
@customElement('page-activity')
export class ActivityPage extends Page {
  @state() private calls: ToolCall[] | undefined;
  @state() private tools: Tool[] | undefined;
  @state() private baselines: Baseline[] | undefined;
  @state() private lists: { allowed: ListEntry[]; blocked: ListEntry[] } | null = null;
  @state() private sockets: Socket[] | undefined;
  @state() private socketStats: SocketStats | null = null;
  @state() private fresh = new Set<string>();

  private get tab(): string {
    return tabs.find(([name]) => name === this.route.rest[0])?.[0] ?? 'calls';
  }

  protected override listen(): void {
    this.on('mcp_tool_call', data => {
      if (this.tab === 'calls' && this.calls) {
        const call: ToolCall = { id: `live-${performance.now()}`, tool_name: String(data['tool_name'] ?? ''), session_id: String(data['session_id'] ?? ''), timestamp: (data['timestamp'] as string) ?? null, status: String(data['decision'] ?? data['status'] ?? ''), finding_count: Number(data['findings_count'] ?? 0), source: 'proxy' };
        this.fresh = new Set([String(call.id)]);
        this.calls = [call, ...this.calls].slice(0, 100);
      }
    });
    this.onMore('mcp_tool_call', () => this.tab === 'calls' && this.soon('calls', 3000, () => void this.refresh()));
    this.onMore('ws_connection', () => this.tab === 'sockets' && this.soon('sockets', 3000, () => void this.refresh()));
    this.on('ws_connection', () => this.tab === 'sockets' && this.soon('sockets', 3000, () => void this.refresh()));
  }

  protected async load(signal: AbortSignal): Promise<void> {
    if (this.tab === 'calls') {
      this.calls = (await get<{ calls: ToolCall[] }>('/mcp/tool-calls', { limit: 100 }, signal)).calls;
    } else if (this.tab === 'tools') {
      const [tools, lists, baselines] = await Promise.all([get<{ tools: Tool[] }>('/mcp/detected-tools', {}, signal), get<{ allowed: ListEntry[]; blocked: ListEntry[] }>('/mcp/tools', {}, signal), get<{ baselines: Baseline[] }>('/mcp/baselines', {}, signal)]);
      this.tools = tools.tools;
      this.lists = { allowed: entriesOf(lists.allowed), blocked: entriesOf(lists.blocked) };
      this.baselines = baselines.baselines;
    } else {
      const [sockets, stats] = await Promise.all([get<{ connections: Socket[] }>('/ws/connections', { limit: 100 }, signal), get<SocketStats>('/ws/stats', { days: 7 }, signal)]);
      this.sockets = sockets.connections;
      this.socketStats = stats;
    }
  }

  private async put(list: 'allowed' | 'blocked', name: string): Promise<void> {
    try {
      await send('POST', '/mcp/tools', { list_type: list, tool_name: name });
      toast(`${name} is ${list}`);
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
    await this.refresh();
  }

  private async take(entry: ListEntry): Promise<void> {
    try {
      await send('DELETE', `/mcp/tools/${entry.id}`);
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
    await this.refresh();
  }

  override render() {
    return html`${this.head('Activity', nothing, 'Tool calls over MCP, and WebSocket connections.')}
      <nav class="tabs" aria-label="Kind of activity">${tabs.map(([name, text]) => html`<a href=${routeHash('activity', [name])} aria-current=${name === this.tab ? 'page' : nothing}>${text}</a>`)}</nav>
      ${this.failure() || (this.tab === 'calls' ? this.callTab() : this.tab === 'tools' ? this.toolTab() : this.socketTab())}`;
  }

  private callTab(): TemplateResult {
    return html`<la-card flush><la-table label="MCP tool calls" .rows=${this.calls} .flash=${this.fresh} placeholders="10" .columns=${[
      { key: 'status', label: 'Decision', kind: 'action', width: '96px', narrow: 'end' }, { key: 'tool_name', label: 'Tool', kind: 'mono', narrow: 'lead' },
      { key: 'finding_count', label: 'Findings', kind: 'number', width: '80px' }, { key: 'source', label: 'Seen by', width: '100px', render: (call: ToolCall) => html`<span class="muted">${label(call.source) || '–'}</span>` },
      { key: 'session_id', label: 'Session', render: (call: ToolCall) => (call.session_id ? html`<a class="mono" href=${routeHash('sessions', [call.session_id])}>${call.session_id}</a>` : html`<span class="muted">–</span>`) },
      { key: 'timestamp', label: 'When', kind: 'time', width: '108px' }] as never}
      empty-heading="No tool call seen" empty-hint="Start an MCP server through LumenArgus (lumen-argus mcp -- command) and its calls are checked and shown here." empty-sign="activity"></la-table></la-card>`;
  }

  private toolTab(): TemplateResult {
    const state = (name: string): string => (this.lists?.blocked.some(entry => entry.tool_name === name) ? 'blocked' : this.lists?.allowed.some(entry => entry.tool_name === name) ? 'allowed' : '');
    const drift = new Map(this.baselines?.map(baseline => [baseline.tool_name, baseline]));
    return html`<div class="grid main-side"><la-card heading="Tools that were seen" flush><la-table label="Tools" row-key="tool_name" .rows=${this.tools} .columns=${[
      { key: 'tool_name', label: 'Tool', narrow: 'fill', render: (tool: Tool) => html`<span class="mono strong" title=${tool.tool_name}>${tool.tool_name}</span><br><span class="muted small">${tool.description ?? ''}</span>` },
      { key: 'call_count', label: 'Calls', kind: 'number', sortable: true, width: '76px' }, { key: 'last_seen', label: 'Last seen', kind: 'time', sortable: true, width: '100px' },
      { key: 'drift', label: 'Definition', width: '110px', render: (tool: Tool) => { const known = drift.get(tool.tool_name); return known === undefined ? html`<span class="muted">–</span>` : known.drift_count > 0 ? html`<span class="warn" title=${known.definition_hash}>changed ×${known.drift_count}</span>` : html`<span class="muted" title=${known.definition_hash}>unchanged</span>`; } },
      { key: 'list', label: 'List', width: '110px', narrow: 'end', render: (tool: Tool) => html`<select aria-label="List of ${tool.tool_name}" ?disabled=${!this.isAdmin || state(tool.tool_name) !== ''} @change=${(event: Event) => this.put((event.target as HTMLSelectElement).value as 'allowed', tool.tool_name)}>
        ${['', 'allowed', 'blocked'].map(value => html`<option value=${value} ?selected=${value === state(tool.tool_name)} ?disabled=${value === ''}>${value === '' ? 'None' : value === 'allowed' ? 'Allowed' : 'Blocked'}</option>`)}</select>` }] as never}
      empty-heading="No tool seen" empty-hint="Tools appear when a server lists them through LumenArgus." empty-sign="activity"></la-table></la-card>
      <div class="stack gap">${(['blocked', 'allowed'] as const).map(list => html`<la-card heading=${list === 'blocked' ? 'Blocked tools' : 'Allowed tools'} hint=${list === 'allowed' ? 'with one entry, all others are refused' : ''}><div class="stack">
        ${this.lists?.[list].length === 0 ? html`<p class="muted">None.</p>` : this.lists?.[list].map(entry => html`<div class="row"><code class="grow ellipsis" title=${entry.tool_name}>${entry.tool_name}</code>${entry.source === 'api' && this.isAdmin ? html`<button class="quiet icon" aria-label="Take ${entry.tool_name} off the list" @click=${() => this.take(entry)}>${glyph('close', 'tiny')}</button>` : html`<span class="muted small">config.yaml</span>`}</div>`)}
        ${this.isAdmin ? html`<form class="row" @submit=${(event: SubmitEvent) => { event.preventDefault(); const form = event.target as HTMLFormElement; const name = String(new FormData(form).get('name') ?? '').trim(); if (name) { form.reset(); void this.put(list, name); } }}><input class="grow mono" name="name" aria-label="Tool to add to ${list}" placeholder="Name of a tool" autocomplete="off"><button>Add</button></form>` : nothing}</div></la-card>`)}</div></div>`;
  }

  private socketTab(): TemplateResult {
    const stats = this.socketStats;
    return html`<div class="stats four"><la-stat label="Connections, 7 days" value=${shortCount(stats?.total_connections)}></la-stat><la-stat label="Messages sent" value=${shortCount(stats?.total_frames_sent)}></la-stat>
      <la-stat label="Messages received" value=${shortCount(stats?.total_frames_received)}></la-stat><la-stat label="Findings" value=${count(stats?.total_findings)} hint=${stats ? `mean length ${spanOfSeconds(stats.avg_duration ?? stats.average_duration ?? 0)}` : ''}></la-stat></div>
      <la-card flush><la-table label="WebSocket connections" .rows=${this.sockets} placeholders="8" .columns=${[
        { key: 'target_url', label: 'Target', kind: 'mono', narrow: 'wide' }, { key: 'connected_at', label: 'Opened', kind: 'time', width: '108px' },
        { key: 'duration_seconds', label: 'Length', kind: 'number', width: '96px', render: (socket: Socket) => (socket.duration_seconds === null || socket.duration_seconds === undefined ? html`<la-badge kind="state" value="active"></la-badge>` : spanOfSeconds(socket.duration_seconds)) },
        { key: 'frames_sent', label: 'Sent', kind: 'number', width: '80px' }, { key: 'frames_received', label: 'Received', kind: 'number', width: '90px' },
        { key: 'findings_count', label: 'Findings', kind: 'number', width: '84px', render: (socket: Socket) => html`<span class=${socket.findings_count > 0 ? 'bad strong' : 'muted'}>${count(socket.findings_count)}</span>` },
        { key: 'close_code', label: 'Closed', kind: 'number', width: '116px', render: (socket: Socket) => (socket.close_code ? html`<span title=${closeMeaning(socket.close_code)} class=${socket.close_code === 1008 ? 'bad' : ''}>${socket.close_code}${socket.close_code === 1008 ? ' by policy' : ''}</span>` : html`<span class="muted">–</span>`) }] as never}
        empty-heading="No WebSocket connection" empty-hint="Codex and others that talk over WebSockets appear here with what they sent and received." empty-sign="activity"></la-table></la-card>`;
  }

  protected override isNewRoute(): boolean {
    if (this.route.rest[0] !== undefined && !tabs.some(([name]) => name === this.route.rest[0])) {
      navigate('#/activity', true);
    }
    return true;
  }
}

function entriesOf(list: unknown): ListEntry[] {
  return (Array.isArray(list) ? list : []).map((entry: unknown) => (typeof entry === 'string' ? { id: null, tool_name: entry, source: 'config' } : (entry as ListEntry)));
}

function closeMeaning(code: number): string {
  return { 1000: 'Closed normally', 1001: 'One side went away', 1006: 'Lost', 1008: 'Closed by LumenArgus or the provider: against the policy', 1009: 'A message was too large' }[code] ?? `Close code ${code}`;
}
