import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import { get, messageOf, send } from '../api/http.js';
import type { Applied, PluginRow, Stage } from '../api/types.js';
import { toast } from '../app/toast.js';
import { glyph } from '../elements/glyphs.js';
import { actions, label } from '../format/labels.js';
import { count, microseconds, plural, shortCount } from '../format/numbers.js';
import { Page } from './page.js';

interface Timing { name: string; label: string; count: number; p50_us: number; p99_us: number }
interface Pipeline { default_action: string; parallel_batching?: boolean; stages: Stage[]; timings?: Timing[] }

const groupNames: Record<string, [string, string]> = {
  request: ['Requests', 'before they leave'], response: ['Responses', 'after the fact: they are never held up'], protocol: ['Tools and sockets', 'MCP and WebSocket messages'],
};
const ranges: Record<string, [min: number, max: number, label: string, hint: string]> = {
  max_depth: [1, 5, 'Layers', 'How many encodings inside each other are undone'],
  min_decoded_length: [1, 100, 'Shortest text', 'Characters after decoding'],
  max_decoded_length: [100, 16_777_216, 'Longest text', 'Bytes after decoding'],
};

/** Which stages a request goes through, and what each of them does. */
@customElement('page-pipeline')
export class PipelinePage extends Page {
  @state() private pipeline: Pipeline | null = null;
  @state() private plugins: PluginRow[] = [];

  protected override listen(): void {
    this.on('config', () => this.soon('again', 800, () => void this.refresh()));
    this.on('plugins', () => void this.refresh());
  }

  protected async load(signal: AbortSignal): Promise<void> {
    void get<{ plugins: PluginRow[] }>('/plugins', {}, signal).then(answer => { this.plugins = answer.plugins; }, () => undefined);
    this.pipeline = await get<Pipeline>('/pipeline', {}, signal);
  }

  private async change(body: Record<string, unknown>): Promise<void> {
    try {
      const answer = await send<Applied>('PUT', '/pipeline', body);
      const error = answer.errors?.[0];
      toast(error ? `${error.key}: ${error.error}` : 'In force', error ? 'bad' : 'plain');
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
    await this.refresh();
  }

  override render() {
    const pipeline = this.pipeline;
    return html`${this.head('Pipeline', pipeline ? html`<label class="row muted">Default action <select ?disabled=${!this.isAdmin} @change=${(event: Event) => this.change({ default_action: (event.target as HTMLSelectElement).value })}>
        ${actions.map(action => html`<option value=${action} ?selected=${action === pipeline.default_action}>${label(action)}</option>`)}</select></label>` : nothing, 'What every message goes through. A change is in force with the next request.')}
      ${this.failure()}
      <div class="stack gap">${Object.entries(groupNames).map(([group, [name, hint]]) => html`<la-card heading=${name} hint=${hint} flush>
        ${pipeline ? pipeline.stages.filter(stage => stage.group === group).map(stage => this.stage(stage)) : html`<div class="stage"><span class="skeleton" style="width:50%"></span></div>`}</la-card>`)}
      ${this.partTimings(pipeline?.timings ?? [])}${this.pluginTimings()}</div>`;
  }

  private stage(stage: Stage): TemplateResult {
    const isThere = stage.available !== false;
    return html`<div class="stage ${stage.enabled ? '' : 'is-off'}">
      <div class="stage-line"><wa-switch size="small" .checked=${stage.enabled} ?disabled=${!this.isAdmin || !isThere} @change=${(event: Event) => this.change({ stages: { [stage.name]: { enabled: (event.target as HTMLInputElement).checked } } })}><span class="visually-hidden">${stage.label} enabled</span></wa-switch>
        <div class="grow"><div class="row wraps"><b>${stage.label}</b>${isThere ? nothing : html`<span class="warn small">not available</span>`}${stage.mode ? html`<span class="muted small">${stage.mode}</span>` : nothing}</div><p class="muted small">${stage.description ?? ''}</p></div>
        <span class="muted small num stage-figures">${stage.finding_count ? html`<span>${shortCount(stage.finding_count)} findings</span>` : nothing}${stage.p50_us ? html`<span title="Half of the messages, and 99 of 100, took less">${microseconds(stage.p50_us)}, p99 ${microseconds(stage.p99_us)}</span>` : nothing}</span></div>
      ${stage.sub_detectors ? this.detectors(stage.sub_detectors) : nothing}
      ${stage.encoding_settings ? this.encodings(stage.encoding_settings) : nothing}
      ${stage.mcp_tools ? html`<div class="stage-more small muted">${plural(stage.mcp_tools.allowed_count, 'tool')} allowed, ${count(stage.mcp_tools.blocked_count)} blocked. <a href="#/activity/tools">Edit the lists</a></div>` : nothing}</div>`;
  }

  private detectors(detectors: NonNullable<Stage['sub_detectors']>): TemplateResult {
    return html`<div class="stage-more"><div class="sub">${detectors.map(detector => html`<div class="sub-line">
      <wa-switch size="small" .checked=${detector.enabled} ?disabled=${!this.isAdmin} @change=${(event: Event) => this.change({ detectors: { [detector.name]: { enabled: (event.target as HTMLInputElement).checked } } })}><span class="visually-hidden">${detector.name} enabled</span></wa-switch>
      <span class="grow">${label(detector.name)}</span>
      ${detector.finding_count === undefined ? nothing : html`<a class="muted num small" href="#/findings?detector=${encodeURIComponent(detector.name)}">${shortCount(detector.finding_count)}</a>`}
      <select aria-label="Action of ${detector.name}" ?disabled=${!this.isAdmin} @change=${(event: Event) => this.change({ detectors: { [detector.name]: { action: (event.target as HTMLSelectElement).value } } })}>
        <option value="default" ?selected=${!detector.action || detector.action === 'default'}>Default</option>${actions.map(action => html`<option value=${action} ?selected=${action === detector.action}>${label(action)}</option>`)}</select></div>`)}</div></div>`;
  }

  private encodings(settings: NonNullable<Stage['encoding_settings']>): TemplateResult {
    const numbers = Object.entries(settings).filter((pair): pair is [string, number] => typeof pair[1] === 'number');
    const switches = Object.entries(settings).filter((pair): pair is [string, boolean] => typeof pair[1] === 'boolean');
    const names: Record<string, string> = { base64: 'Base64', hex: 'Hex', url: 'URL', unicode: 'Unicode escapes' };
    return html`<div class="stage-more row wraps encodings">
      <div class="row wraps grow" role="group" aria-label="Encodings">${switches.map(([name, on]) => html`<label class="row"><input type="checkbox" .checked=${on} ?disabled=${!this.isAdmin} @change=${(event: Event) => this.change({ encoding_settings: { [name]: (event.target as HTMLInputElement).checked } })}>${names[name] ?? label(name)}</label>`)}</div>
      ${numbers.map(([name, value]) => {
        const [min, max, text, hint] = ranges[name] ?? [0, 1e9, label(name), ''];
        return html`<label class="field number" title=${hint}>${text}<input type="number" min=${min} max=${max} required .value=${String(value)} ?disabled=${!this.isAdmin} @change=${(event: Event) => {
          const field = event.target as HTMLInputElement;
          if (field.reportValidity()) {
            void this.change({ encoding_settings: { [name]: Number(field.value) } });
          }
        }}></label>`;
      })}</div>`;
  }

  private partTimings(timings: readonly Timing[]): TemplateResult | typeof nothing {
    return timings.length === 0 ? nothing : html`<la-card heading="Time spent on messages" hint="since the start" flush>
      <la-table label="Time spent on messages" row-key="name" .rows=${timings} .columns=${[
        { key: 'label', label: 'Part', narrow: 'lead' }, { key: 'count', label: 'Messages', kind: 'number' },
        { key: 'p50_us', label: 'Half within', kind: 'number', render: (row: Timing) => microseconds(row.p50_us) }, { key: 'p99_us', label: '99 % within', kind: 'number', render: (row: Timing) => microseconds(row.p99_us) }] as never}></la-table></la-card>`;
  }

  private pluginTimings(): TemplateResult | typeof nothing {
    const timed = this.plugins.filter(plugin => plugin.p99_us !== null && plugin.p99_us !== undefined).sort((a, b) => (b.p99_us ?? 0) - (a.p99_us ?? 0));
    return timed.length === 0 ? nothing : html`<la-card heading="Time spent in plugins" hint="per call" flush><a slot="actions" class="button quiet" href="#/plugins">${glyph('plugins')}Plugins</a>
      <la-table label="Time spent in plugins" .rows=${timed} .columns=${[
        { key: 'name', label: 'Plugin', narrow: 'lead', sortable: true }, { key: 'calls', label: 'Calls', kind: 'number', sortable: true },
        { key: 'p50_us', label: 'Half within', kind: 'number', sortable: true, render: (row: PluginRow) => microseconds(row.p50_us) }, { key: 'p99_us', label: '99 % within', kind: 'number', sortable: true, render: (row: PluginRow) => microseconds(row.p99_us) }] as never}></la-table></la-card>`;
  }
}
