import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, messageOf, send } from '../api/http.js';
import type { Finding } from '../api/types.js';
import { ask } from '../app/ask.js';
import { navigate, routeHash } from '../app/route.js';
import { toast } from '../app/toast.js';
import { glyph } from '../elements/glyphs.js';
import { label } from '../format/labels.js';
import { plural } from '../format/numbers.js';
import type { WireTime } from '../format/time.js';
import { Page } from './page.js';

interface Entry { id: number | null; pattern: string; description?: string; source: string; created_at?: WireTime }
interface TestAnswer { value_match: boolean | null; matching_findings_count: number; matching_findings: (Partial<Finding> & { type?: string })[] }
type ListName = 'secrets' | 'pii' | 'paths';

const lists: [ListName, string, string, string][] = [
  ['secrets', 'Secrets', 'Values that are no secret: examples, test keys.', 'AKIAIOSFODNN7EXAMPLE'],
  ['pii', 'Personal data', 'Values that are nobody\'s: addresses of the documentation, test cards.', '*@example.com'],
  ['paths', 'Paths', 'Files whose content is not looked at for findings.', 'tests/fixtures/**'],
];

/** What is not a finding. */
@customElement('page-allowlists')
export class AllowlistsPage extends Page {
  @state() private entries: Record<string, Entry[]> | null = null;
  @state() private list: ListName = 'secrets';
  @state() private pattern = '';
  @state() private value = '';
  @state() private description = '';
  @state() private test: TestAnswer | null = null;
  @state() private testProblem = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected override listen(): void {
    this.on('config', () => void this.refresh());
  }

  protected async load(signal: AbortSignal): Promise<void> {
    const proposed = this.route.query.get('add');
    if (proposed !== null && this.pattern === '') {
      this.pattern = proposed;
      this.list = (this.route.query.get('list') as ListName | null) ?? 'secrets';
      this.tryOut();
    }
    const answer = await get<Record<string, unknown>>('/allowlists', {}, signal);
    this.entries = Object.fromEntries(lists.map(([name]) => [name, asEntries(answer[name], answer['api_entries'], name)]));
  }

  private tryOut(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      if (this.pattern.trim() === '' || !this.isAdmin) {
        this.test = null;
        return;
      }
      try {
        this.test = await send<TestAnswer>('POST', '/allowlists/test', { pattern: this.pattern, ...(this.value === '' ? {} : { value: this.value }) });
        this.testProblem = '';
      } catch (error) {
        this.testProblem = messageOf(error);
      }
    }, 300);
  }

  private async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    try {
      await send('POST', '/allowlists', { type: this.list, pattern: this.pattern.trim(), description: this.description.trim() });
      toast('Added and in force');
      this.pattern = '';
      this.value = '';
      this.description = '';
      this.test = null;
      if (this.route.query.has('add')) {
        navigate('#/allowlists', true);
      }
      await this.refresh();
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
  }

  private drop(entry: Entry): void {
    void ask({
      heading: 'Delete the entry?', text: `Values that match "${entry.pattern}" are findings again.`, confirm: 'Delete', danger: true,
      run: async () => { await send('DELETE', `/allowlists/${entry.id}`); },
    }).then(done => done && void this.refresh());
  }

  override render() {
    return html`${this.head('Allowlists', nothing, 'What matches here is never reported, and never stops a request.')}
      ${this.failure() || html`<div class="grid main-side">
        <div class="stack gap">${lists.map(([name, text, hint]) => this.card(name, text, hint))}</div>
        ${this.isAdmin ? this.form() : nothing}</div>`}`;
  }

  private card(name: ListName, text: string, hint: string): TemplateResult {
    const rows = this.entries?.[name];
    return html`<la-card heading=${text} hint=${hint} flush><la-table label=${text} row-key="pattern" placeholders="2" .rows=${rows} .columns=${[
      { key: 'pattern', label: 'Pattern', kind: 'mono', narrow: 'lead' },
      { key: 'description', label: 'Why', render: (entry: Entry) => entry.description || html`<span class="muted">–</span>` },
      { key: 'source', label: 'From', width: '110px', render: (entry: Entry) => html`<span class="muted">${entry.source === 'api' ? 'Added here' : 'config.yaml'}</span>` },
      { key: 'created_at', label: 'Added', kind: 'time', width: '100px', narrow: 'hide' },
      { key: 'id', label: 'Delete', quietLabel: true, width: '40px', narrow: 'end', render: (entry: Entry) => (entry.id !== null && this.isAdmin ? html`<button class="quiet icon" aria-label="Delete ${entry.pattern}" title="Delete" @click=${() => this.drop(entry)}>${glyph('trash', 'tiny')}</button>` : nothing) },
    ] as never} empty-heading="No entry" empty-hint=${name === 'paths' ? 'Add a pattern for files that only hold test data.' : 'Open a finding that is none and choose "Allow this value".'} empty-sign="allowlists"></la-table></la-card>`;
  }

  private form(): TemplateResult {
    const placeholder = lists.find(([name]) => name === this.list)?.[3] ?? '';
    return html`<la-card heading="Add an entry"><form class="stack gap" @submit=${this.add}>
      <label class="field">List<select @change=${(event: Event) => { this.list = (event.target as HTMLSelectElement).value as ListName; }}>${lists.map(([name, text]) => html`<option value=${name} ?selected=${name === this.list}>${text}</option>`)}</select></label>
      <label class="field">Pattern<input class="mono" required spellcheck="false" autocomplete="off" placeholder=${placeholder} .value=${this.pattern} @input=${(event: Event) => { this.pattern = (event.target as HTMLInputElement).value; this.tryOut(); }}></label>
      <p class="muted small">The whole value must match. <code>*</code> is any text, <code>?</code> one character; upper and lower case differ.</p>
      <label class="field">Try a value<input class="mono" spellcheck="false" autocomplete="off" placeholder="Not stored" .value=${this.value} @input=${(event: Event) => { this.value = (event.target as HTMLInputElement).value; this.tryOut(); }}></label>
      ${this.outcome()}
      <label class="field">Why<input placeholder="For whoever reads this in a year" .value=${this.description} @input=${(event: Event) => { this.description = (event.target as HTMLInputElement).value; }}></label>
      <button class="primary" ?disabled=${this.pattern.trim() === ''}>Add to ${lists.find(([name]) => name === this.list)?.[1].toLowerCase()}</button></form></la-card>`;
  }

  private outcome(): TemplateResult | typeof nothing {
    if (this.testProblem !== '') {
      return html`<p class="note bad" role="alert">${this.testProblem}</p>`;
    }
    const test = this.test;
    if (test === null) {
      return nothing;
    }
    return html`<div class="stack" role="status">${test.value_match === null || test.value_match === undefined ? nothing : html`<p class="${test.value_match ? 'good' : 'bad'} strong">${test.value_match ? 'The value matches: it would be allowed.' : 'The value does not match.'}</p>`}
      <p class="muted">${test.matching_findings_count === 0 ? 'None of the last 200 findings shows a value like this (they keep masked values only).' : `${plural(test.matching_findings_count, 'of the last 200 findings', 'of the last 200 findings')} would not have been reported:`}</p>
      ${test.matching_findings.slice(0, 5).map(finding => html`<a class="row" href=${finding.id === undefined ? '#/findings' : routeHash('findings', [finding.id])}><span class="mono">${finding.value_preview}</span><span class="muted ellipsis">${label(finding.finding_type ?? finding.type)}</span></a>`)}</div>`;
  }
}

/** A list comes as patterns with their source, or as the patterns of the file with the API's entries beside them. */
function asEntries(value: unknown, api: unknown, list: string): Entry[] {
  const known = (Array.isArray(api) ? (api as (Entry & { list_type?: string; type?: string })[]) : []).filter(entry => (entry.list_type ?? entry.type) === list);
  const listed = Array.isArray(value) ? value : [];
  const entries = listed.map((item: unknown): Entry => {
    if (typeof item === 'string') {
      const match = known.find(entry => entry.pattern === item);
      return match ?? { id: null, pattern: item, source: 'config' };
    }
    const entry = item as Entry;
    return { ...entry, id: entry.id ?? known.find(candidate => candidate.pattern === entry.pattern && entry.source === 'api')?.id ?? null };
  });
  const shown = new Set(entries.map(entry => entry.pattern));
  return [...entries, ...known.filter(entry => !shown.has(entry.pattern))];
}
