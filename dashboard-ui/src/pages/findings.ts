import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/dropdown/dropdown.js';
import '@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js';
import { ApiError, get, root, withQuery } from '../api/http.js';
import type { Facets, Finding, FindingPage } from '../api/types.js';
import { remember, remembered } from '../app/preferences.js';
import { navigate, routeHash, type Route } from '../app/route.js';
import { glyph } from '../elements/glyphs.js';
import type { LaTable } from '../elements/la-table.js';
import { label, projectName } from '../format/labels.js';
import { typeTitle } from '../format/titles.js';
import { count, shortCount } from '../format/numbers.js';
import { findingColumns } from './finding-cells.js';
import { findingDetail } from './finding-detail.js';
import { Page } from './page.js';

const limit = '50';
/** Left out of the list while the detail, which shows them, takes its place. */
const besideDetail = new Set(['value_preview', 'working_directory', 'location', 'model', 'account_id', 'session_id']);
const menus: [filter: string, facet: string, label: string][] = [
  ['severity', 'severity', 'Severity'], ['finding_type', 'finding_type', 'Type'], ['client', 'client', 'Tool'], ['action', 'action', 'Action'],
  ['provider', 'provider', 'Provider'], ['detector', 'detector', 'Detector'], ['verdict', 'verdict', 'Verdict'], ['origin', 'origin', 'Origin'],
];
/** What a menu offers where the server does not count. */
const fixed: Record<string, { value: string; count?: number }[]> = { verdict: ['likely_live', 'test', 'example', 'expired', 'invalid'].map(value => ({ value })) };
const ranges: [value: string, label: string, seconds: number][] = [['1h', 'Last hour', 3600], ['24h', 'Last 24 hours', 86_400], ['7d', 'Last 7 days', 604_800], ['30d', 'Last 30 days', 2_592_000]];
/** Filters that other pages set and that have no menu here. */
const chips = ['working_directory', 'session_id', 'api_key_hash', 'account_id', 'rule', 'username', 'hostname', 'intercept_mode', 'since', 'until'];
const chipLabels: Record<string, string> = { working_directory: 'project', session_id: 'session', api_key_hash: 'key' };
const own = new Set(['q', 'range', 'before', ...menus.map(([filter]) => filter), ...chips]);

/** All findings, filtered by the address; one of them in detail beside the list. */
@customElement('page-findings')
export class FindingsPage extends Page {
  @state() private result: FindingPage | null = null;
  @state() private facets: Facets = {};
  @state() private detail: Finding | null = null;
  @state() private detailProblem = '';
  @state() private waiting = 0;
  @state() private fresh = new Set<string>();
  @state() private shown = new Set<string>(remembered('finding-columns', findingColumns.filter(column => column.shown).map(column => column.key)));
  @state() private showsMenus = false;
  private newer: string[] = [];

  protected override listen(): void {
    this.on('finding', () => this.onNew(1));
    this.onMore('finding', count => this.onNew(count));
  }

  private onNew(count: number): void {
    if (this.filter('before') !== '' || this.detailId !== null || scrollY > 200) {
      // Someone reads: nothing moves under the eyes. A button says what is new.
      this.waiting += count;
    } else {
      this.soon('rows', 2500, () => void this.readNewest());
    }
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
    if (event.key === 'Escape' && this.detailId !== null && !event.defaultPrevented && document.querySelector('wa-dialog') === null) {
      this.close();
    }
  };

  private get detailId(): string | null {
    return this.route.rest[0] ?? null;
  }

  private filter(name: string): string {
    return this.route.query.get(name) ?? '';
  }

  private query(more: Record<string, string>): URLSearchParams {
    const query = new URLSearchParams([...this.route.query].filter(([name]) => own.has(name) && name !== 'range'));
    const range = ranges.find(([value]) => value === this.filter('range'));
    if (range) {
      query.set('since', new Date(Math.floor(Date.now() / 1000 - range[2]) * 1000).toISOString());
    }
    Object.entries(more).forEach(([name, value]) => query.set(name, value));
    return query;
  }

  protected override isNewRoute(before: Route | undefined): boolean {
    if (before && before.query.toString() === this.route.query.toString() && this.result) {
      void this.readDetail();
      return false;
    }
    return true;
  }

  protected async load(signal: AbortSignal): Promise<void> {
    this.waiting = 0;
    void this.readDetail();
    void get<Facets>('/findings/facets', {}, signal).then(facets => { this.facets = facets; }, () => undefined);
    this.result = await get<FindingPage>('/findings', this.query({ limit }), signal);
  }

  private async readNewest(): Promise<void> {
    const known = new Set(this.result?.findings.map(row => row.id));
    try {
      const page = await get<FindingPage>('/findings', this.query({ limit }));
      this.fresh = new Set(page.findings.filter(row => !known.has(row.id)).map(row => String(row.id)));
      this.result = page;
    } catch {
      // The next event tries again.
    }
  }

  private async readDetail(): Promise<void> {
    const id = this.detailId;
    this.detailProblem = '';
    if (id === null) {
      this.detail = null;
      return;
    }
    this.detail = this.result?.findings.find(row => String(row.id) === id) ?? (this.detail && String(this.detail.id) === id ? this.detail : null);
    try {
      const found = await get<Finding>(`/findings/${encodeURIComponent(id)}`);
      if (this.detailId === id) {
        this.detail = found;
      }
    } catch (error) {
      this.detailProblem = error instanceof ApiError && error.status === 404 ? 'This finding is not in the store any more.' : String((error as Error).message);
    }
  }

  private set(changes: Record<string, string>): void {
    const query = new URLSearchParams(this.route.query);
    for (const [name, value] of Object.entries({ before: '', ...changes })) {
      if (value === '') {
        query.delete(name);
      } else {
        query.set(name, value);
      }
    }
    this.newer = changes['before'] === undefined ? [] : this.newer;
    navigate(routeHash('findings', [], query));
  }

  private close(): void {
    navigate(routeHash('findings', [], this.route.query));
    this.querySelector<LaTable>('la-table')?.focusRow();
  }

  override render() {
    const isOpen = this.detailId !== null;
    const columns = findingColumns.filter(column => this.shown.has(column.key) && !(isOpen && besideDetail.has(column.key)));
    const hasFilter = [...this.route.query.keys()].some(name => own.has(name) && name !== 'before');
    return html`
      ${this.head('Findings', html`${this.columnMenu()}${this.exportMenu()}`)}
      ${this.filters(hasFilter)}
      ${this.problem ? this.failure() : html`<div class="with-detail ${isOpen ? 'open' : ''}">
        <la-card flush>
          ${this.waiting > 0 ? html`<button class="new-rows quiet" @click=${() => (this.filter('before') ? this.set({}) : this.refresh())}>${glyph('refresh', 'tiny')}${count(this.waiting)} new since you started reading: show</button>` : nothing}
          <la-table label="Findings" opens fixed .columns=${columns as never} .rows=${this.result?.findings} .selected=${this.detailId} .flash=${this.fresh} placeholders="12"
            empty-heading=${hasFilter ? 'No finding matches' : 'No findings yet'} empty-sign="findings"
            empty-hint=${hasFilter ? 'Take a filter away or widen the time.' : 'Every request is looked at before it leaves. What is found appears here.'}
            @la-row=${(event: CustomEvent<{ row: Finding }>) => navigate(routeHash('findings', [event.detail.row.id], this.route.query))}>
            ${hasFilter ? html`<button slot="empty" @click=${() => navigate('#/findings')}>Clear filters</button>` : html`<a slot="empty" class="button" href="#/setup">Set up a tool</a>`}</la-table>
          ${this.result?.findings.length === 0 && this.filter('before') === '' && !this.result.total_is_minimum ? nothing : this.pager()}
        </la-card>
        ${isOpen ? findingDetail({ finding: this.detail, problem: this.detailProblem, isAdmin: this.isAdmin, close: () => this.close() }) : nothing}
      </div>`}`;
  }

  private filters(hasFilter: boolean): TemplateResult {
    const set = menus.filter(([filter]) => this.filter(filter) !== '').length + (this.filter('range') ? 1 : 0);
    return html`<form class="filters ${this.showsMenus ? 'all' : ''}" aria-label="Filters" @submit=${(event: Event) => { event.preventDefault(); this.set({ q: this.querySelector<HTMLInputElement>('#findings-q')?.value.trim() ?? '' }); }}>
      <input id="findings-q" type="search" placeholder="Type, place, value, tool, project" aria-label="Search in findings" .value=${this.filter('q')} @change=${(event: Event) => this.set({ q: (event.target as HTMLInputElement).value.trim() })}>
      <button type="button" class="narrow-only" aria-expanded=${this.showsMenus} @click=${() => { this.showsMenus = !this.showsMenus; }}>Filters${set > 0 ? ` (${set})` : ''}${glyph('down', 'tiny')}</button>
      ${menus.map(([filter, facet, name]) => this.menu(filter, name, (this.facets[facet] ?? fixed[facet] ?? []).map(({ value, count: amount }) => [value, amount === undefined ? label(value) : `${nameOf(filter, value)} (${shortCount(amount)})`])))}
      ${this.menu('range', 'Any time', ranges.map(([value, text]) => [value, text]))}
      ${chips.filter(name => this.route.query.has(name)).map(name => html`<span class="chip"><span class="muted">${label(chipLabels[name] ?? name)}</span>
        <span class="ellipsis" style="max-width:160px" title=${this.filter(name)}>${(name === 'working_directory' ? projectName(this.filter(name)) : this.filter(name)) || 'none'}</span>
        <button type="button" class="link" aria-label="Remove the filter ${name}" @click=${() => this.set({ [name]: '' })}>${glyph('close', 'tiny')}</button></span>`)}
      ${hasFilter ? html`<button type="button" class="quiet" @click=${() => navigate('#/findings')}>Clear</button>` : nothing}
    </form>`;
  }

  private menu(filter: string, name: string, options: [string, string][]): TemplateResult | typeof nothing {
    const chosen = this.filter(filter);
    if (filter === 'origin' && options.length < 2 && chosen === '') {
      return nothing;
    }
    if (options.length === 0 && chosen === '') {
      return html`<select aria-label=${name} disabled><option>${name}</option></select>`;
    }
    const known = chosen === '' || options.some(([value]) => value === chosen) ? options : [[chosen, nameOf(filter, chosen)] as [string, string], ...options];
    return html`<select class=${chosen ? 'set' : ''} aria-label=${name} @change=${(event: Event) => this.set({ [filter]: (event.target as HTMLSelectElement).value })}>
      <option value="" ?selected=${chosen === ''}>${name}</option>
      ${known.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select>`;
  }

  private pager(): TemplateResult {
    const page = this.result;
    const before = this.filter('before');
    const next = page?.next_before;
    return html`<div class="pager small"><span class="muted num grow">${page ? `${page.total_is_minimum ? 'More than ' : ''}${count(page.total)} ${page.total === 1 ? 'finding' : 'findings'}` : '\u00a0'}</span>
      <button ?disabled=${before === ''} @click=${() => { const back = this.newer.pop() ?? ''; this.set({ before: back }); }}>${glyph('left', 'tiny')}Newer</button>
      <button ?disabled=${next === null || next === undefined} @click=${() => { this.newer.push(before); this.set({ before: String(next) }); scrollTo(0, 0); }}>Older${glyph('right', 'tiny')}</button></div>`;
  }

  private columnMenu(): TemplateResult {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${(event: CustomEvent<{ item: { value: string } }>) => {
      event.preventDefault();
      const keys = new Set(this.shown);
      const key = event.detail.item.value;
      if (!keys.delete(key)) {
        keys.add(key);
      }
      if (keys.size > 0) {
        this.shown = keys;
        remember('finding-columns', [...keys]);
      }
    }}><button slot="trigger" class="quiet">${glyph('columns')}Columns</button>
      ${findingColumns.map(column => html`<wa-dropdown-item value=${column.key}><span class="row"><span class="tick">${this.shown.has(column.key) ? glyph('check', 'tiny') : nothing}</span>${column.label}</span></wa-dropdown-item>`)}</wa-dropdown>`;
  }

  private exportMenu(): TemplateResult {
    const address = (format: string): string => withQuery(`${root}/findings/export`, this.query({ before: '', format }));
    return html`<wa-dropdown placement="bottom-end" @wa-select=${(event: CustomEvent<{ item: { value: string } }>) => download(address(event.detail.item.value))}>
      <button slot="trigger" class="quiet">${glyph('download')}Export</button>
      <wa-dropdown-item value="csv">CSV, as filtered</wa-dropdown-item><wa-dropdown-item value="json">JSON, as filtered</wa-dropdown-item></wa-dropdown>`;
  }
}

function nameOf(filter: string, value: string): string {
  return filter === 'finding_type' ? typeTitle(value) : label(value);
}

export function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
