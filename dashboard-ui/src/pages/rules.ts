import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import { get, messageOf, send } from '../api/http.js';
import type { Rule, RuleStats } from '../api/types.js';
import { ask } from '../app/ask.js';
import { navigate, routeHash, type Route } from '../app/route.js';
import { toast } from '../app/toast.js';
import { glyph } from '../elements/glyphs.js';
import { actions, label, severities } from '../format/labels.js';
import { ruleSource } from '../format/rule-source.js';
import { count, plural } from '../format/numbers.js';
import { Page } from './page.js';
import './rule-detail.js';
import { ruleForm, ruleOf } from './rule-form.js';

const limit = 50;
const menus: [string, string, string[]][] = [['severity', 'Severity', [...severities]], ['tier', 'Tier', []]];
/** Filters that the chips set. */
const byChip = ['detector', 'enabled', 'tag'];

/** What is looked for: switched on and off, given an action, tried out, added to. */
@customElement('page-rules')
export class RulesPage extends Page {
  @state() private rows: Rule[] | undefined;
  @state() private total = 0;
  @state() private stats: RuleStats | null = null;
  @state() private checked = new Set<string>();
  @state() private overlaps = new Map<string, number>();
  @state() private chosen: Rule | null = null;

  protected override listen(): void {
    this.on('rules', () => this.soon('again', 1500, () => void this.refresh()));
    this.on('rule_analysis_complete', () => void this.readOverlaps());
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
    if (event.key === 'Escape' && this.name !== null && document.querySelector('wa-dialog') === null) {
      this.close();
    }
  };

  private get name(): string | null {
    return this.route.rest[0] ?? null;
  }

  private filter(name: string): string {
    return this.route.query.get(name) ?? '';
  }

  protected override isNewRoute(before: Route | undefined): boolean {
    if (before && this.rows && before.query.toString() === this.route.query.toString()) {
      void this.readChosen();
      return false;
    }
    this.checked = new Set();
    return true;
  }

  protected async load(signal: AbortSignal): Promise<void> {
    void this.readChosen();
    void get<RuleStats>('/rules/stats', {}, signal).then(stats => { this.stats = stats; }, () => undefined);
    const query = { search: this.filter('q'), offset: Number(this.filter('offset') || 0), limit };
    const menuValues = Object.fromEntries([...menus.map(([name]) => name), ...byChip].map(name => [name, this.filter(name)]));
    const answer = await get<{ rules: Rule[]; total: number }>('/rules', { ...query, ...menuValues }, signal);
    this.rows = answer.rules;
    this.total = answer.total;
  }

  private async readChosen(): Promise<void> {
    const name = this.name;
    this.chosen = name === null ? null : this.rows?.find(rule => rule.name === name) ?? this.chosen;
    if (name !== null) {
      try {
        const found = await get<Rule>(`/rules/${encodeURIComponent(name)}`);
        if (this.name === name) {
          this.chosen = found;
        }
      } catch (error) {
        toast(messageOf(error), 'bad');
        this.close();
      }
    }
  }

  /** The page of the rule analysis, where that plugin is loaded. */
  private get analysis(): string | undefined {
    return this.pluginPages.find(page => !page.locked && /^rule.?analysis$/.test(page.id))?.id;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('pluginPages')) {
      void this.readOverlaps();
    }
  }

  /** The slot of the overlap badges: filled from the results of the rule analysis, where that plugin is loaded. */
  private async readOverlaps(): Promise<void> {
    if (this.analysis === undefined) {
      this.overlaps = new Map();
      return;
    }
    try {
      const answer = await get<Record<string, unknown>>('/rules/analysis');
      const found = new Map<string, number>();
      const results = (answer['results'] ?? answer) as Record<string, unknown>;
      for (const list of ['duplicates', 'subsets', 'overlaps']) {
        for (const pair of Array.isArray(results[list]) ? (results[list] as { rule_a?: string; rule_b?: string }[]) : []) {
          for (const rule of [pair.rule_a, pair.rule_b]) {
            if (rule) {
              found.set(rule, (found.get(rule) ?? 0) + 1);
            }
          }
        }
      }
      this.overlaps = found;
    } catch {
      this.overlaps = new Map();
    }
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
    navigate(routeHash('rules', [], query));
  }

  private close(): void {
    navigate(routeHash('rules', [], this.route.query));
  }

  private async change(rule: Rule, update: Partial<Rule>): Promise<void> {
    try {
      const now = await send<Rule>('PUT', `/rules/${encodeURIComponent(rule.name)}`, update);
      const merged = { ...rule, ...update, ...now };
      this.rows = this.rows?.map(row => (row.name === rule.name ? merged : row));
      if (this.chosen?.name === rule.name) {
        this.chosen = merged;
      }
      void get<RuleStats>('/rules/stats').then(stats => { this.stats = stats; }, () => undefined);
    } catch (error) {
      toast(messageOf(error), 'bad');
      this.rows = this.rows && [...this.rows];
    }
  }

  private async changeMany(update: Partial<Rule>): Promise<void> {
    try {
      const answer = await send<{ updated: number; failed: { name: string; reason: string }[] }>('POST', '/rules/bulk-update', { names: [...this.checked], update });
      toast(`${plural(answer.updated, 'rule')} changed${answer.failed.length > 0 ? `, ${answer.failed.length} not: ${answer.failed[0]?.reason}` : ''}`, answer.failed.length > 0 ? 'bad' : 'plain');
      this.checked = new Set();
      void this.refresh();
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
  }

  private add(from?: Rule): void {
    let made = '';
    void ask({
      heading: from ? `Edit ${from.name}` : 'Add a rule', confirm: from ? 'Save' : 'Add the rule', content: ruleForm(from),
      run: async fields => {
        const rule = ruleOf(fields);
        made = rule.name ?? '';
        if (from) {
          await send('PUT', `/rules/${encodeURIComponent(from.name)}`, { ...rule, name: undefined });
        } else {
          await send('POST', '/rules', rule);
        }
      },
    }).then(done => {
      if (done) {
        toast(from ? 'Saved' : 'Added and in force');
        void this.refresh();
        if (!from && made) {
          navigate(routeHash('rules', [made]));
        }
      }
    });
  }

  private clone(rule: Rule): void {
    let name = '';
    void ask({
      heading: `Clone ${rule.name}`, text: 'The copy is yours to edit. Disable the original if the copy replaces it.', confirm: 'Clone',
      content: html`<label class="field">Name<input name="name" class="mono" required pattern="[A-Za-z0-9_.\\-]+" value="${rule.name}_custom"></label>`,
      run: async fields => {
        name = String(fields.get('name'));
        await send('POST', `/rules/${encodeURIComponent(rule.name)}/clone`, { new_name: name });
      },
    }).then(done => {
      if (done) {
        void this.refresh();
        navigate(routeHash('rules', [name]));
      }
    });
  }

  private delete(rule: Rule): void {
    void ask({
      heading: `Delete ${rule.name}?`, text: 'Requests are no longer checked for it. Its findings stay.', confirm: 'Delete', danger: true,
      run: async () => { await send('DELETE', `/rules/${encodeURIComponent(rule.name)}`); },
    }).then(done => {
      if (done) {
        this.close();
        void this.refresh();
      }
    });
  }

  override render() {
    const offset = Number(this.filter('offset') || 0);
    const hasFilter = ['q', ...byChip, ...menus.map(([name]) => name)].some(name => this.filter(name) !== '');
    return html`${this.head('Rules', this.isAdmin ? html`<button class="primary" @click=${() => this.add()}>${glyph('plus')}Add a rule</button>` : nothing)}
      ${this.chips()}${this.filters(hasFilter)}
      ${this.failure() || html`<div class="with-detail ${this.name ? 'open' : ''}"><la-card flush>
        ${this.checked.size > 0 ? this.bulk() : nothing}
        <la-table label="Rules" opens row-key="name" ?checkable=${this.isAdmin} .checked=${this.checked} .columns=${this.columns() as never} .rows=${this.rows} .selected=${this.name} placeholders="12"
          empty-heading=${hasFilter ? 'No rule matches' : 'No rules'} empty-hint=${hasFilter ? 'Take a filter away.' : 'Rules come with plugins. See whether they are loaded, or add one of your own.'} empty-sign="rules"
          @la-check=${(event: CustomEvent<{ keys: string[] }>) => { this.checked = new Set(event.detail.keys); }}
          @la-row=${(event: CustomEvent<{ row: Rule }>) => navigate(routeHash('rules', [event.detail.row.name], this.route.query))}>
          ${hasFilter ? html`<button slot="empty" @click=${() => navigate('#/rules')}>Clear filters</button>` : html`<a slot="empty" class="button" href="#/plugins">Plugins</a>`}</la-table>
        ${this.rows?.length === 0 && offset === 0 ? nothing : html`<div class="pager small"><span class="muted num grow">${this.rows ? `${count(Math.min(offset + 1, this.total))} to ${count(offset + this.rows.length)} of ${plural(this.total, 'rule')}` : '\u00a0'}</span>
          <button ?disabled=${offset === 0} @click=${() => this.set({ offset: offset > limit ? String(offset - limit) : '' })}>${glyph('left', 'tiny')}Back</button>
          <button ?disabled=${offset + limit >= this.total} @click=${() => this.set({ offset: String(offset + limit) })}>Next${glyph('right', 'tiny')}</button></div>`}
      </la-card>${this.name ? html`<rule-detail class="detail over" .rule=${this.chosen} .isAdmin=${this.isAdmin} .overlaps=${this.overlaps.get(this.name) ?? 0} .analysis=${this.analysis ?? ''}
        @la-close=${() => this.close()} @la-change=${(event: CustomEvent<Partial<Rule>>) => this.chosen && void this.change(this.chosen, event.detail)}
        @la-edit=${() => this.chosen && this.add(this.chosen)} @la-clone=${() => this.chosen && this.clone(this.chosen)} @la-delete=${() => this.chosen && this.delete(this.chosen)}></rule-detail>` : nothing}</div>`}`;
  }

  private chips(): TemplateResult {
    const stats = this.stats;
    const chip = (text: string, amount: number, filter: string, value: string): TemplateResult => html`<button class="chip" aria-pressed=${filter !== '' && this.filter(filter) === value}
      @click=${() => (filter === '' ? navigate('#/rules') : this.set({ [filter]: this.filter(filter) === value ? '' : value }))}>${text}<span class="count">${count(amount)}</span></button>`;
    return html`<div class="filters" role="group" aria-label="Rules by state and detector">${stats ? html`${chip('All', stats.total, '', '')}${chip('Enabled', stats.enabled, 'enabled', 'true')}${chip('Disabled', stats.disabled, 'enabled', 'false')}
      <span class="divider" aria-hidden="true"></span>${Object.entries(stats.by_detector ?? {}).map(([name, amount]) => chip(label(name), amount, 'detector', name))}
      ${(stats.tags ?? []).length > 0 ? html`<span class="divider" aria-hidden="true"></span>${[...(stats.tags ?? [])].filter(tag => !(tag.tag in (stats.by_detector ?? {}))).sort((a, b) => b.total - a.total).slice(0, 4).map(tag => chip(`#${tag.tag}`, tag.total, 'tag', tag.tag))}` : nothing}` : html`<span class="chip">\u00a0</span>`}</div>`;
  }

  private filters(hasFilter: boolean): TemplateResult {
    const values: Record<string, string[]> = { tier: Object.keys(this.stats?.by_tier ?? {}) };
    return html`<div class="filters"><input type="search" placeholder="Name, description, pattern" aria-label="Search rules" .value=${this.filter('q')} @change=${(event: Event) => this.set({ q: (event.target as HTMLInputElement).value.trim() })}>
      ${menus.map(([menu, text, fixed]) => html`<select class="keep ${this.filter(menu) ? 'set' : ''}" aria-label=${text} @change=${(event: Event) => this.set({ [menu]: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${this.filter(menu) === ''}>${text}</option>${(values[menu] ?? fixed).map(value => html`<option value=${value} ?selected=${this.filter(menu) === value}>${label(value)}</option>`)}</select>`)}
      ${hasFilter ? html`<button class="quiet" @click=${() => navigate('#/rules')}>Clear</button>` : nothing}</div>`;
  }

  private bulk(): TemplateResult {
    return html`<div class="pager bulk"><span class="grow">${plural(this.checked.size, 'rule')} selected</span>
      <button @click=${() => this.changeMany({ enabled: true })}>Enable</button><button @click=${() => this.changeMany({ enabled: false })}>Disable</button>
      <select aria-label="Action of the selected rules" @change=${(event: Event) => this.changeMany({ action: (event.target as HTMLSelectElement).value.replace('default', '') })}><option value="">Action</option><option value="default">Default</option>${actions.map(action => html`<option value=${action}>${label(action)}</option>`)}</select>
      <button class="quiet" @click=${() => { this.checked = new Set(); }}>Cancel</button></div>`;
  }

  private columns() {
    const all = [
      { key: 'enabled', label: 'On', width: '44px', narrow: 'lead', render: (rule: Rule) => html`<wa-switch size="small" .checked=${rule.enabled} ?disabled=${!this.isAdmin} aria-label="${rule.name} enabled"
        @change=${(event: Event) => void this.change(rule, { enabled: (event.target as HTMLInputElement).checked })}><span class="visually-hidden">${rule.name}</span></wa-switch>` },
      { key: 'name', label: 'Rule', narrow: 'fill', render: (rule: Rule) => html`<span class="mono strong">${rule.name}</span>${rule.problem ? html` <span class="bad small" title=${rule.problem}>does not run</span>` : nothing}${this.overlap(rule.name)}<br><span class="muted small">${rule.description ?? ''}</span>` },
      { key: 'detector', label: 'Detector', beside: false, narrow: 'hide', render: (rule: Rule) => label(rule.detector) },
      { key: 'severity', label: 'Severity', kind: 'severity' },
      { key: 'action', label: 'Action', beside: false, render: (rule: Rule) => html`<select aria-label="Action of ${rule.name}" ?disabled=${!this.isAdmin} @change=${(event: Event) => void this.change(rule, { action: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${!rule.action}>Default</option>${actions.map(action => html`<option value=${action} ?selected=${rule.action === action}>${label(action)}</option>`)}</select>` },
      { key: 'hit_count', label: 'Hits', kind: 'number' },
      { key: 'last_hit_at', label: 'Last hit', kind: 'time', beside: false, narrow: 'hide' },
      { key: 'source', label: 'Source', beside: false, narrow: 'hide', render: (rule: Rule) => html`<span title=${ruleSource(rule)}>${ruleSource(rule)}${rule.tier && rule.tier !== 'community' && rule.tier !== 'custom' ? html` <span class="muted">${rule.tier}</span>` : nothing}</span>` },
    ];
    return this.name ? all.filter(column => column.beside !== false) : all;
  }

  private overlap(name: string): TemplateResult | typeof nothing {
    const amount = this.overlaps.get(name);
    return amount ? html` <a class="small" href=${routeHash(this.analysis ?? 'rules')} title=${`Overlaps with ${plural(amount, 'other rule')}`}>[${amount} ovr]</a>` : nothing;
  }
}
