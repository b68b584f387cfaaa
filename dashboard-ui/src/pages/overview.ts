import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/http.js';
import { counts, type AuditEntry, type Facet, type Finding, type FindingPage, type Scan, type SessionRow } from '../api/types.js';
import { navigate, routeHash, sessionHash } from '../app/route.js';
import type { ChartData } from '../elements/la-chart.js';
import { actions, label, projectName, severities } from '../format/labels.js';
import { typeTitle } from '../format/titles.js';
import { count, milliseconds, plural, shortCount } from '../format/numbers.js';
import { spanOfSeconds, type WireTime } from '../format/time.js';
import { findingType, keyed, projectCell, severityCounts, toolCell, type KeyedSession } from './finding-cells.js';
import { Page } from './page.js';

interface Stats {
  total_findings: number;
  today_count: number;
  last_finding_time?: WireTime;
  by_severity?: unknown;
  by_action?: unknown;
  by_provider?: unknown;
  by_client?: unknown;
  top_finding_types?: unknown;
  daily_trend?: { date: string; count: number }[];
}

interface Advanced {
  action_trend?: ({ date: string } & Record<string, number | string>)[];
  activity_matrix?: { weekday: unknown; hours: number[] }[];
  top_projects?: unknown;
  top_accounts?: unknown;
  detection_coverage?: { active_rules: number; total_rules: number };
}

const spans = [7, 30, 90];
const shownFindings = 9;
const shownScans = 9;

/** What happened lately, at a glance and live. */
@customElement('page-overview')
export class OverviewPage extends Page {
  @state() private stats: Stats | null = null;
  @state() private advanced: Advanced | null = null;
  @state() private findings: Finding[] | undefined;
  @state() private sessions: KeyedSession[] | undefined;
  @state() private sessionTotal = 0;
  @state() private scans: Scan[] = [];
  @state() private days = 30;
  @state() private fresh = new Set<string>();
  @state() private requests: number | null = null;
  private newFindings: Finding[] = [];
  private newCount = 0;
  private unstored = 0;
  private newScans: Scan[] = [];
  private scanCount = 0;

  protected override listen(): void {
    this.on('finding', data => this.onFinding(data as unknown as Finding & { action?: string; type?: string; client?: string }));
    this.on('scan', data => this.onScan(data as unknown as Scan));
    this.onMore('finding', count => {
      this.newCount += count;
      this.followUp();
    });
    this.onMore('requests', count => {
      this.scanCount += count;
      this.soon('draw', 250, () => this.drawNew());
    });
  }

  protected async load(signal: AbortSignal): Promise<void> {
    const quiet = (error: unknown): undefined => {
      if (!signal.aborted) {
        console.warn(error);
      }
      return undefined;
    };
    // The newest findings are what one comes for: they do not wait for the figures.
    const figures = Promise.all([
      get<Stats>('/stats', { days: this.days }, signal), get<Advanced>('/stats/advanced', { days: this.days }, signal).catch(quiet),
      get<{ sessions: SessionRow[]; total: number }>('/sessions/dashboard', { limit: 6 }, signal).catch(quiet),
    ]);
    figures.catch(quiet);
    this.findings = (await get<FindingPage>('/findings', { limit: shownFindings }, signal)).findings;
    if (this.scans.length === 0) {
      void get<{ entries: AuditEntry[] }>('/audit', { limit: shownScans }, signal).then(({ entries }) => {
        this.scans = [...this.scans, ...entries.filter(entry => entry.tool_name === undefined).map(asScan)].slice(0, shownScans);
      }, quiet);
    }
    const [stats, advanced, sessions] = await figures;
    this.stats = stats;
    this.advanced = advanced ?? null;
    this.sessions = sessions?.sessions.map(keyed) ?? [];
    this.sessionTotal = sessions?.total ?? this.sessions.length;
  }

  private onFinding(event: Finding & { action?: string; type?: string; client?: string }): void {
    const row: Finding = { ...event, finding_type: event.finding_type ?? event.type ?? '', action_taken: event.action_taken ?? event.action ?? '', client_name: event.client_name ?? event.client };
    // The event does not say where; another row of the conversation may.
    const known = !row.working_directory && row.session_id ? [...(this.findings ?? []), ...(this.sessions ?? [])].find(other => other.session_id === row.session_id) : undefined;
    row.working_directory ||= known?.working_directory;
    row.git_branch ||= known?.git_branch;
    // Without a store a finding has no number; it is shown all the same.
    row.id ??= --this.unstored;
    this.newFindings = [row, ...this.newFindings.filter(other => other.id !== row.id)].slice(0, shownFindings);
    this.newCount++;
    this.followUp();
  }

  // However many events come, the page draws a few times a second; the rows of the store and the figures follow at leisure.
  private followUp(): void {
    this.soon('draw', 250, () => this.drawNew());
    this.soon('rows', 3000, () => void this.readRows());
    this.soon('figures', 30_000, () => void this.refresh());
  }

  private drawNew(): void {
    const fresh = this.newFindings.splice(0);
    if (this.findings && fresh.length > 0) {
      this.fresh = new Set(fresh.map(row => String(row.id)));
      this.findings = [...fresh, ...this.findings.filter(known => !this.fresh.has(String(known.id)))].slice(0, shownFindings);
    }
    if (this.stats && this.newCount > 0) {
      this.stats = { ...this.stats, today_count: this.stats.today_count + this.newCount, total_findings: this.stats.total_findings + this.newCount };
    }
    this.newCount = 0;
    if (this.newScans.length > 0) {
      this.scans = [...this.newScans.splice(0), ...this.scans].slice(0, shownScans);
    }
    if (this.scanCount > 0) {
      this.requests = (this.requests ?? this.status?.requests_total ?? 0) + this.scanCount;
      this.scanCount = 0;
    }
  }

  private async readRows(): Promise<void> {
    try {
      this.findings = (await get<FindingPage>('/findings', { limit: shownFindings })).findings;
    } catch {
      // The next event tries again.
    }
  }

  private onScan(scan: Scan): void {
    this.newScans = [scan, ...this.newScans].slice(0, shownScans);
    this.scanCount += scan.is_response ? 0 : 1;
    this.soon('draw', 250, () => this.drawNew());
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('status') && this.status?.requests_total !== undefined) {
      this.requests = Math.max(this.requests ?? 0, this.status.requests_total);
    }
  }

  override render() {
    const isNew = this.findings?.length === 0 && this.requests === 0;
    return html`
      ${this.head('Overview', html`<div class="row" role="group" aria-label="Period">${spans.map(days => html`<button aria-pressed=${this.days === days}
        @click=${() => { this.days = days; void this.refresh(); }}>${days} days</button>`)}</div>`)}
      ${this.failure()}
      ${this.figures()}
      ${isNew ? this.welcome() : nothing}
      <div class="grid main-side">
        <la-card heading="Newest findings" flush><a slot="actions" class="button quiet" href="#/findings">All findings</a>
          <la-table label="Newest findings" opens fixed .columns=${newest as never} .rows=${this.findings} .flash=${this.fresh} placeholders=${shownFindings}
            empty-heading="No findings yet" empty-hint="Every request is looked at before it leaves. What is found appears here the moment it happens." empty-sign="findings"
            @la-row=${(event: CustomEvent<{ row: Finding }>) => event.detail.row.id > 0 && navigate(routeHash('findings', [event.detail.row.id]))}></la-table></la-card>
        <la-card heading="Traffic" hint="as it passes" flush>${this.traffic()}</la-card>
      </div>
      ${this.findings?.length === 0 ? nothing : this.figuresInDepth()}`;
  }

  private figuresInDepth(): TemplateResult {
    return html`<div class="grid main-side after">
        <la-card heading="Findings by day"><la-chart label="Findings by day and action" height="196" .data=${this.trend()}></la-chart></la-card>
        <la-card heading="By severity">${this.bars(this.ordered(counts(this.stats?.by_severity)), 'severity')}<h3 class="sub-head">By provider</h3>${this.bars(counts(this.stats?.by_provider).slice(0, 3), 'provider')}</la-card>
      </div>
      <div class="grid three after">
        <la-card heading="What leaks">${this.bars(counts(this.stats?.top_finding_types).slice(0, 8), 'finding_type')}</la-card>
        <la-card heading="From which tool">${this.bars(counts(this.stats?.by_client).slice(0, 8), 'client')}</la-card>
        <la-card heading="In which project">${this.bars(counts(this.advanced?.top_projects).slice(0, 8), 'working_directory')}</la-card>
      </div>
      <div class="grid main-side after">
        <la-card heading="Sessions of the last 24 hours" flush><a slot="actions" class="button quiet" href="#/sessions">All sessions</a>
          <la-table label="Recent sessions" opens row-key="key" .columns=${sessionColumns as never} .rows=${this.sessions} placeholders="6"
            empty-heading="No session with a finding" empty-hint="Sessions are shown here once something was found in them." empty-sign="sessions"
            @la-row=${(event: CustomEvent<{ row: SessionRow }>) => navigate(sessionHash(event.detail.row))}></la-table></la-card>
        <la-card heading="When" hint="findings by weekday and hour">${this.hours()}</la-card>
      </div>`;
  }

  private figures(): TemplateResult {
    const stats = this.stats;
    const byAction = new Map(counts(stats?.by_action).map(facet => [facet.value, facet.count]));
    const trend = stats?.daily_trend ?? [];
    const before = trend.slice(-8, -1);
    const usual = before.length > 0 ? Math.round(before.reduce((sum, day) => sum + day.count, 0) / before.length) : null;
    const coverage = this.advanced?.detection_coverage;
    const blank = stats ? '' : '–';
    return html`<div class="stats">
      <la-stat label="Findings today" value=${blank || shortCount(stats?.today_count)} hint=${usual ? `usually ${count(usual)}` : '\u00a0'} href="#/findings?range=24h"></la-stat>
      <la-stat label="Blocked" value=${blank || shortCount(byAction.get('block') ?? 0)} hint=${stats ? `of ${shortCount(stats.total_findings)} findings in all` : '\u00a0'} href="#/findings?action=block"></la-stat>
      <la-stat label="Critical" value=${blank || shortCount(counts(stats?.by_severity).find(facet => facet.value === 'critical')?.count ?? 0)} tone=${counts(stats?.by_severity).some(facet => facet.value === 'critical') ? 'critical' : ''} hint=${!stats ? '\u00a0' : counts(stats.by_severity).some(facet => facet.value === 'critical') ? 'replace these first' : 'none so far'} href="#/findings?severity=critical"></la-stat>
      <la-stat label="Sessions, 24 h" value=${this.sessions ? shortCount(this.sessionTotal) : '–'} hint="with findings" href="#/sessions"></la-stat>
      <la-stat label="Requests" value=${this.requests === null ? '–' : shortCount(this.requests)} hint=${this.status ? `in ${spanOfSeconds(this.status.uptime_seconds)}` : '\u00a0'} href="#/audit"></la-stat>
      <la-stat label="Rules in force" value=${coverage ? count(coverage.active_rules) : '–'} hint=${coverage ? `of ${count(coverage.total_rules)}` : '\u00a0'} href="#/rules"></la-stat>
    </div>`;
  }

  private welcome(): TemplateResult {
    return html`<div class="note good welcome"><span class="grow"><b>LumenArgus is running and has seen no request yet.</b> Point a tool at it; its first request appears here.</span><a class="button primary" href="#/setup">Set up a tool</a></div>`;
  }

  private traffic(): TemplateResult {
    if (this.scans.length === 0) {
      return html`<la-empty sign="activity" heading="Waiting for the next request" hint=${this.requests ? `${plural(this.requests, 'request')} since the start.` : 'Requests appear here as they pass, with what was decided.'}></la-empty>`;
    }
    return html`<ul class="feed">${this.scans.map(scan => html`<li><la-badge kind="action" value=${scan.action}></la-badge>
      <span class="grow ellipsis" title="${label(scan.provider)} ${scan.model ?? ''}">${label(scan.client) || 'Unknown tool'}${scan.findings_count > 0 ? nothing : html` <span class="muted">to ${label(scan.provider) || 'a provider'}</span>`}</span>
      <span class="muted num small nowrap">${scan.findings_count > 0 ? plural(scan.findings_count, 'finding') : scan.duration_ms === undefined ? '' : milliseconds(scan.duration_ms)}</span><la-time class="small muted" .value=${scan.timestamp}></la-time></li>`)}</ul>`;
  }

  private trend(): ChartData | undefined {
    const byAction = this.advanced?.action_trend;
    if (byAction && byAction.length > 0) {
      return { x: byAction.map(day => Date.parse(`${day.date}T12:00:00`) / 1000), series: actions.map(action => ({ label: label(action), color: action, values: byAction.map(day => Number(day[action] ?? 0)) })) };
    }
    const daily = this.stats?.daily_trend;
    return daily && { x: daily.map(day => Date.parse(`${day.date}T12:00:00`) / 1000), series: [{ label: 'Findings', color: 'accent', values: daily.map(day => day.count) }] };
  }

  private ordered(found: Facet[]): Facet[] {
    return this.stats ? severities.map(value => ({ value, count: found.find(facet => facet.value === value)?.count ?? 0 })) : [];
  }

  private bars(facets: Facet[], filter: string): TemplateResult {
    if (facets.length === 0) {
      return this.stats ? html`<p class="muted">Nothing in this period.</p>` : html`<div class="bars">${[80, 60, 45, 30].map(width => html`<div><span class="skeleton" style="width:${width}%"></span></div>`)}</div>`;
    }
    const most = Math.max(1, ...facets.map(facet => facet.count));
    return html`<div class="bars">${facets.map(facet => html`<div>
      <a class="ellipsis" href=${facet.value === 'unknown' ? nothing : routeHash('findings', [], { [filter]: facet.value })} title=${facet.value}>${filter === 'severity' ? html`<la-badge kind="severity" value=${facet.value}></la-badge>` : filter === 'working_directory' ? projectName(facet.value) : filter === 'finding_type' ? typeTitle(facet.value) : label(facet.value)}</a>
      <span class="num muted">${shortCount(facet.count)}</span>
      <span class="track"><i style="width:${(facet.count / most) * 100}%;${filter === 'severity' ? `background:var(--la-${facet.value})` : ''}"></i></span></div>`)}</div>`;
  }

  private hours(): TemplateResult {
    const matrix = this.advanced?.activity_matrix ?? [];
    const most = Math.max(1, ...matrix.flatMap(day => day.hours));
    const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    return html`<div class="hours" role="img" aria-label="Findings by weekday and hour; the most in one hour: ${most}">
      ${names.map((name, day) => html`<span class="muted small">${name}</span>${Array.from({ length: 24 }, (_, hour) => {
        const amount = matrix[day]?.hours[hour] ?? 0;
        return html`<i style="--share:${amount === 0 ? 0 : 18 + Math.round((amount / most) * 82)}%" title="${name} ${String(hour).padStart(2, '0')}:00, ${plural(amount, 'finding')}"></i>`;
      })}`)}
      <span></span>${[0, 6, 12, 18].map(hour => html`<span class="muted small hour">${String(hour).padStart(2, '0')}</span>`)}</div>`;
  }
}

function asScan(entry: AuditEntry): Scan {
  return { action: entry.action, client: entry.client_name, provider: entry.provider, findings_count: entry.finding_count ?? entry.findings?.length ?? 0, timestamp: entry.timestamp };
}

const newest = [
  { key: 'severity', label: 'Severity', kind: 'severity', width: '92px', narrow: 'lead' },
  { key: 'finding_type', label: 'Finding', narrow: 'fill', width: '32%', wraps: true, render: findingType },
  { key: 'client_name', label: 'Tool', width: '17%', render: toolCell },
  { key: 'working_directory', label: 'Project', render: projectCell },
  { key: 'action_taken', label: 'Action', kind: 'action', width: '88px', narrow: 'end' },
  { key: 'timestamp', label: 'Seen', kind: 'time', width: '108px' },
];

const sessionColumns = [
  { key: 'client_name', label: 'Tool', narrow: 'lead', render: toolCell },
  { key: 'working_directory', label: 'Project', narrow: 'lead', render: projectCell },
  { key: 'finding_count', label: 'Findings', render: severityCounts },
  { key: 'model', label: 'Model', kind: 'mono', narrow: 'hide' },
  { key: 'last_seen', label: 'Last seen', kind: 'time', width: '96px', narrow: 'end' },
];
