import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { get, messageOf } from '../api/http.js';
import { count } from '../format/numbers.js';
import './la-badge.js';
import './la-empty.js';
import './la-time.js';
import { sharedStyles } from './shared-styles.js';

export type Row = Record<string, unknown>;

export interface Column<T = Row> {
  key: string;
  label: string;
  kind?: 'text' | 'mono' | 'number' | 'time' | 'severity' | 'action' | 'state' | 'verdict';
  width?: string;
  sortable?: boolean;
  /** On a narrow screen a row is a small block: "lead", "fill" (what is left) and "end" make its first line, "wide" takes a line of its own, "hide" is left out. */
  narrow?: 'wide' | 'hide' | 'lead' | 'fill' | 'end';
  /** Long text takes more lines and is not cut. */
  wraps?: boolean;
  /** Read out and shown on narrow screens only. */
  quietLabel?: boolean;
  render?: (row: T) => unknown;
}

/**
 * Rows in columns. Properties `columns`, `rows` (undefined = still loading), `rowKey`, `selected`, `flash`; or, in a page that is only text,
 * attributes `columns` (JSON) and `src` (an address below /api/v1 that answers {rows: [...]}, a list, or any object with one list in it).
 * Events: `la-row` {row} on click or Enter, `la-check` {keys} with `checkable`.
 */
@customElement('la-table')
export class LaTable extends LitElement {
  static override styles = [sharedStyles, css`
    :host { display: block; container-type: inline-size; }
    .scroll { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; table-layout: auto; }
    :host([fixed]) table { table-layout: fixed; }
    th { text-align: left; font-weight: 500; font-size: var(--la-size-small); color: var(--la-muted); padding: 0 10px; height: 30px; white-space: nowrap;
      border-bottom: 1px solid var(--la-line); background: var(--la-surface); position: sticky; top: 0; }
    th:first-child, td:first-child { padding-left: 14px; }
    th:last-child, td:last-child { padding-right: 14px; }
    th button { font: inherit; color: inherit; border: 0; background: none; padding: 0; min-height: 0; gap: 3px; }
    th button:hover:not(:disabled) { background: none; color: var(--la-text); }
    td { height: var(--la-row); padding: 3px 10px; border-bottom: 1px solid var(--la-line); vertical-align: middle; max-width: 340px; }
    tbody tr:last-child td { border-bottom: 0; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
    td .cell { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    td.free .cell { overflow: visible; white-space: normal; overflow-wrap: anywhere; }
    td.tick, th.tick { line-height: 0; width: 30px; padding-right: 0; }
    tr.opens { cursor: pointer; }
    tr.opens:hover td { background: var(--la-hover); }
    tr[aria-selected='true'] td { background: var(--la-selected); }
    tr:focus-visible { outline: 2px solid var(--la-focus); outline-offset: -2px; border-radius: 0; }
    tr.fresh td { animation: la-flash 1.6s ease-out 1; }
    @keyframes la-flash { from { background: var(--la-warning-soft); } }
    .narrow-label { display: none; }
    td .skeleton { width: 70%; }
    @container (max-width: 620px) {
      table, tbody { display: block; }
      thead { position: absolute; top: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tbody tr { display: flex; flex-wrap: wrap; align-items: center; gap: 3px 12px; padding: 9px 14px; border-bottom: 1px solid var(--la-line); }
      tbody tr:last-child { border-bottom: 0; }
      td, td:first-child, td:last-child { display: block; height: auto; padding: 0; border: 0; text-align: left; max-width: 100%; min-width: 0; background: none; }
      tr.opens:hover, tr[aria-selected='true'] { background: var(--la-hover); }
      tr.opens:hover td, tr[aria-selected='true'] td { background: none; }
      td.number { text-align: left; }
      td { order: 3; }
      td.lead, td.fill { order: 0; }
      td.fill { flex: 1 1 0; }
      td.end { order: 1; }
      td.end, td.end:last-child { margin-left: auto; }
      tr.leads::before { content: ''; order: 2; flex: 0 0 100%; height: 0; }
      td.wide { flex: 1 1 100%; }
      td.hide { display: none; }
      td .cell { white-space: normal; overflow-wrap: anywhere; }
      .narrow-label { display: inline; color: var(--la-muted); font-size: 11px; margin-right: 4px; }
    }
  `];

  @property({ attribute: 'columns', converter: { fromAttribute: text => parseColumns(text) } }) columns: Column<never>[] = [];
  @property({ attribute: false }) rows: readonly object[] | undefined;
  @property({ attribute: 'row-key' }) rowKey = 'id';
  @property() src = '';
  @property() label = 'Table';
  @property() selected: string | number | null = null;
  @property({ attribute: false }) checked: ReadonlySet<string> = new Set();
  @property({ type: Boolean }) checkable = false;
  @property({ type: Boolean }) opens = false;
  /** Columns keep their widths whatever comes; for tables whose rows change while someone looks. */
  @property({ type: Boolean, reflect: true }) fixed = false;
  @property({ attribute: false }) flash: ReadonlySet<string> = new Set();
  @property({ attribute: 'empty-heading' }) emptyHeading = 'Nothing here';
  @property({ attribute: 'empty-hint' }) emptyHint = '';
  @property({ attribute: 'empty-sign' }) emptySign = 'search';
  @property({ attribute: 'empty-tone' }) emptyTone = '';
  @property({ type: Number }) placeholders = 6;
  @state() private sortKey = '';
  @state() private sortsDown = true;
  @state() private problem = '';
  @state() private active = 0;

  /** Reads `src` again. */
  async reload(): Promise<void> {
    try {
      const answer = await get<unknown>(this.src.replace(/^\/api\/v1/, ''));
      this.rows = listIn(answer);
      this.problem = '';
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src !== '') {
      void this.reload();
    }
  }

  override render() {
    if (this.problem !== '') {
      return html`<la-empty tone="bad" heading="This could not be loaded" hint=${this.problem}><button @click=${this.reload}>Try again</button></la-empty>`;
    }
    if (this.rows?.length === 0) {
      return html`<la-empty heading=${this.emptyHeading} hint=${this.emptyHint} sign=${this.emptySign} tone=${this.emptyTone}><slot name="empty"></slot></la-empty>`;
    }
    const rows = this.rows === undefined ? undefined : this.sorted(this.rows);
    return html`<div class="scroll"><table role=${this.opens ? 'grid' : 'table'} aria-label=${this.label} aria-busy=${rows === undefined}>
      <thead role="rowgroup"><tr role="row">${this.checkable ? this.checkAll() : nothing}${this.columns.map(column => this.head(column))}</tr></thead>
      <tbody role="rowgroup" @keydown=${this.onKey}>
        ${rows === undefined
          ? Array.from({ length: this.placeholders }, () => html`<tr role="row" class=${this.leads ? 'leads' : ''}>${this.columns.map(column => html`<td role=${this.cellRole} class=${column.narrow ?? ''}><span class="skeleton"></span></td>`)}</tr>`)
          : repeat(rows, row => this.keyOf(row), (row, index) => this.line(row, index))}
      </tbody></table></div>`;
  }

  private get cellRole(): string {
    return this.opens ? 'gridcell' : 'cell';
  }

  private get leads(): boolean {
    return this.columns.some(column => column.narrow === 'lead' || column.narrow === 'fill');
  }

  private head(column: Column<never>): TemplateResult {
    const sorts = this.sortKey === column.key;
    const text = column.quietLabel ? html`<span class="visually-hidden">${column.label}</span>` : column.label;
    return html`<th role="columnheader" scope="col" class=${column.kind === 'number' ? 'number' : ''} style=${column.width ? `width:${column.width}` : nothing}
      aria-sort=${sorts ? (this.sortsDown ? 'descending' : 'ascending') : nothing}>${column.sortable
        ? html`<button type="button" @click=${() => this.sortBy(column.key)}>${text}${sorts ? (this.sortsDown ? '↓' : '↑') : ''}</button>`
        : text}</th>`;
  }

  private checkAll(): TemplateResult {
    const all = (this.rows ?? []).map(row => this.keyOf(row));
    const on = all.length > 0 && all.every(key => this.checked.has(key));
    return html`<th role="columnheader" scope="col" class="tick"><input type="checkbox" aria-label="Select all rows" .checked=${on}
      @change=${() => this.check(on ? [] : all)}></th>`;
  }

  private line(row: object, index: number): TemplateResult {
    const key = this.keyOf(row);
    const isSelected = this.selected !== null && String(this.selected) === key;
    return html`<tr role="row" class="${this.opens ? 'opens' : ''} ${this.leads ? 'leads' : ''} ${this.flash.has(key) ? 'fresh' : ''}" data-key=${key}
      tabindex=${this.opens ? (index === Math.min(this.active, (this.rows?.length ?? 1) - 1) ? 0 : -1) : nothing}
      aria-selected=${this.opens ? String(isSelected) : nothing} @click=${(event: MouseEvent) => this.onClick(event, row, index)}>
      ${this.checkable ? html`<td role=${this.cellRole} class="tick lead"><input type="checkbox" aria-label="Select ${key}" .checked=${this.checked.has(key)} @change=${() => this.toggle(key)}></td>` : nothing}
      ${this.columns.map(column => html`<td role=${this.cellRole} class="${column.kind ?? 'text'} ${column.narrow ?? ''} ${column.render ? 'own' : ''} ${column.wraps ? 'free' : ''}">
        <div class="cell ${column.kind === 'mono' ? 'mono' : ''}">${column.kind === 'number' ? html`<span class="narrow-label">${column.label}</span>` : nothing}${this.value(column, row)}</div></td>`)}
    </tr>`;
  }

  private value(column: Column<never>, row: object): unknown {
    if (column.render) {
      return column.render(row as never);
    }
    const value = (row as Row)[column.key];
    switch (column.kind) {
      case 'time': return html`<la-time .value=${(value ?? null) as string | number | null}></la-time>`;
      case 'number': return typeof value === 'number' ? count(value) : String(value ?? '–');
      case 'severity': case 'action': case 'state': case 'verdict': return html`<la-badge kind=${column.kind} value=${String(value ?? '')}></la-badge>`;
      default: {
        const text = value === null || value === undefined || value === '' ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
        return html`<span title=${text.length > 24 ? text : nothing}>${text}</span>`;
      }
    }
  }

  private keyOf(row: object): string {
    return String((row as Row)[this.rowKey] ?? '');
  }

  private sorted(rows: readonly object[]): readonly object[] {
    if (this.sortKey === '') {
      return rows;
    }
    const direction = this.sortsDown ? -1 : 1;
    const key = this.sortKey;
    return [...rows].sort((a, b) => direction * compare((a as Row)[key], (b as Row)[key]));
  }

  private sortBy(key: string): void {
    this.sortsDown = this.sortKey === key ? !this.sortsDown : true;
    this.sortKey = key;
  }

  private check(keys: readonly string[]): void {
    this.checked = new Set(keys);
    this.dispatchEvent(new CustomEvent('la-check', { detail: { keys: [...keys] }, bubbles: true, composed: true }));
  }

  private toggle(key: string): void {
    const keys = new Set(this.checked);
    if (!keys.delete(key)) {
      keys.add(key);
    }
    this.check([...keys]);
  }

  private onClick(event: MouseEvent, row: object, index: number): void {
    const onControl = event.composedPath().some(part => part instanceof HTMLElement && part.matches('a, button, input, select, label, wa-switch, la-copy'));
    if (this.opens && !onControl) {
      this.active = index;
      this.open(row);
    }
  }

  private open(row: object): void {
    this.dispatchEvent(new CustomEvent('la-row', { detail: { row }, bubbles: true, composed: true }));
  }

  private onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (!this.opens || target.tagName !== 'TR') {
      return;
    }
    const rows = this.sorted(this.rows ?? []);
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1, Home: -rows.length, End: rows.length, PageDown: 10, PageUp: -10 };
    const move = moves[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      const row = rows[this.active];
      if (row) {
        event.preventDefault();
        this.open(row);
      }
    } else if (move !== undefined) {
      event.preventDefault();
      this.active = Math.max(0, Math.min(rows.length - 1, this.active + move));
      void this.updateComplete.then(() => this.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr')[this.active]?.focus());
    }
  }

  /** Focus for whoever comes back from a detail. */
  focusRow(): void {
    this.shadowRoot?.querySelectorAll<HTMLElement>('tbody tr')[this.active]?.focus();
  }

}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  if (a === null || a === undefined || b === null || b === undefined) {
    return Number(a !== null && a !== undefined) - Number(b !== null && b !== undefined);
  }
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}

function parseColumns(text: string | null): Column<never>[] {
  try {
    return JSON.parse(text ?? '[]') as Column<never>[];
  } catch {
    return [];
  }
}

export function listIn(answer: unknown): object[] {
  if (Array.isArray(answer)) {
    return answer as object[];
  }
  const list = answer !== null && typeof answer === 'object' ? Object.values(answer).find(Array.isArray) : undefined;
  return (list ?? []) as object[];
}
