import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/http.js';
import type { PluginRow } from '../api/types.js';
import { navigate, routeHash } from '../app/route.js';
import { glyph } from '../elements/glyphs.js';
import { label } from '../format/labels.js';
import { bytes, count, microseconds, plural } from '../format/numbers.js';
import { Page } from './page.js';

/** What is loaded, in which state, and why not. */
@customElement('page-plugins')
export class PluginsPage extends Page {
  @state() private rows: PluginRow[] | undefined;

  protected override listen(): void {
    this.on('plugins', () => void this.refresh());
    this.on('config', () => void this.refresh());
  }

  protected async load(signal: AbortSignal): Promise<void> {
    this.rows = (await get<{ plugins: PluginRow[] }>('/plugins', {}, signal)).plugins;
  }

  protected override isNewRoute(): boolean {
    return this.rows === undefined;
  }

  override render() {
    const id = this.route.rest[0];
    const chosen = this.rows?.find(row => row.id === id);
    const active = this.rows?.filter(row => row.state === 'active').length ?? 0;
    return html`${this.head('Plugins', html`<button class="quiet" @click=${() => this.refresh()}>${glyph('refresh')}Read again</button>`, this.rows ? `${active} of ${plural(this.rows.length, 'plugin')} active. They come from the extensions folder.` : ' ')}
      ${this.failure()}
      ${this.problem ? nothing : html`<div class="with-detail ${chosen ? 'open' : ''}"><la-card flush><la-table label="Plugins" opens .columns=${(chosen ? columns.slice(0, 4) : columns) as never} .rows=${this.rows} .selected=${id ?? null}
        empty-heading="No plugin is loaded" empty-hint="Nothing is detected without plugins. Put their folders into extensions/ and start LumenArgus again." empty-sign="plugins"
        @la-row=${(event: CustomEvent<{ row: PluginRow }>) => navigate(routeHash('plugins', [event.detail.row.id]))}></la-table></la-card>${chosen ? this.detail(chosen) : nothing}</div>`}`;
  }

  private detail(row: PluginRow): TemplateResult {
    return html`<aside class="detail over" aria-label="Plugin"><header><div class="grow stack"><h2>${row.name}</h2><la-badge kind="state" value=${row.state}></la-badge></div>
      <button class="quiet icon" aria-label="Close" @click=${() => navigate('#/plugins')}>${glyph('close')}</button></header>
      <section>${row.reason ? html`<p>${row.reason}</p>` : nothing}<dl class="facts"><dt>Id</dt><dd><code class="wrap">${row.id}</code></dd><dt>Version</dt><dd class="num">${row.version}</dd><dt>Tier</dt><dd>${label(row.tier) || '–'}</dd><dt>Folder</dt><dd><code class="wrap">${row.path ?? '–'}</code></dd><dt>Trust</dt><dd>${label(row.trust) || '–'}</dd></dl></section>
      ${this.place(row)}
      <section><h3>What it may do</h3><div class="link-row">${(row.capabilities ?? []).length === 0 ? html`<span class="muted">Nothing declared</span>` : row.capabilities?.map(name => html`<span class="chip">${label(name)}</span>`)}</div></section>
      ${(row.detectors ?? []).length > 0 ? html`<section><h3>Detectors</h3><div class="link-row">${row.detectors?.map(name => html`<a class="chip" href=${routeHash('findings', [], { detector: name })}>${label(name)}</a>`)}</div></section>` : nothing}
      ${(row.warnings ?? []).length > 0 ? html`<section><h3>Warnings</h3>${row.warnings?.map(text => html`<p class="warn">${text}</p>`)}</section>` : nothing}
      ${(row.hooks ?? []).length > 0 ? html`<section><h3>Hooks</h3><div class="link-row">${row.hooks?.map(name => html`<span class="chip">${label(name)}</span>`)}</div></section>` : nothing}
      <section><h3>Calls</h3><dl class="facts"><dt>Calls</dt><dd class="num">${count(row.calls)}</dd><dt>Faults</dt><dd class="num ${row.faults ? 'bad' : ''}">${count(row.faults)}</dd>${row.p50_us === null || row.p50_us === undefined ? nothing : html`<dt>Half within</dt><dd class="num">${microseconds(row.p50_us)}</dd><dt>99 % within</dt><dd class="num">${microseconds(row.p99_us)}</dd>`}</dl></section></aside>`;
  }

  /** Where its code runs. Memory is only known of a process of its own. */
  private place(row: PluginRow): TemplateResult {
    const own = row.process;
    return html`<section><h3>Where it runs</h3><dl class="facts"><dt>Isolation</dt><dd>${row.isolation === 'process' ? 'A process of its own' : 'In the process of LumenArgus'}</dd>
      ${own ? html`<dt>Process</dt><dd class="num">${own.id ?? 'None now'}</dd><dt>Started again</dt><dd class="num ${own.restarts ? 'bad' : ''}">${plural(own.restarts, 'time')}</dd><dt>Memory</dt><dd class="num">${bytes(own.memory_bytes)} of ${bytes(own.max_memory_bytes)}</dd>` : html`<dt>Memory</dt><dd class="muted">Not measurable there</dd>`}</dl></section>`;
  }
}

const columns = [
  { key: 'name', label: 'Plugin', narrow: 'fill', sortable: true, wraps: true, render: (row: PluginRow) => html`<span class="strong">${row.name}</span> <span class="muted small num">${row.version}</span>${row.reason ? html`<br><span class="small ${row.state === 'disabled' ? 'muted' : 'bad'}">${row.reason}</span>` : nothing}` },
  { key: 'state', label: 'State', kind: 'state', narrow: 'end', sortable: true },
  { key: 'calls', label: 'Calls', kind: 'number', sortable: true },
  { key: 'faults', label: 'Faults', kind: 'number', sortable: true, render: (row: PluginRow) => html`<span class=${row.faults ? 'bad strong' : 'muted'}>${count(row.faults)}</span>` },
  { key: 'p50_us', label: 'Half within', kind: 'number', sortable: true, render: (row: PluginRow) => microseconds(row.p50_us) },
  { key: 'p99_us', label: '99 % within', kind: 'number', sortable: true, render: (row: PluginRow) => microseconds(row.p99_us) },
  { key: 'capabilities', label: 'May', narrow: 'hide', render: (row: PluginRow) => html`<span class="muted">${(row.capabilities ?? []).map(name => label(name)).join(', ') || '–'}</span>` },
  { key: 'tier', label: 'Tier', narrow: 'hide', sortable: true, render: (row: PluginRow) => label(row.tier) },
];
