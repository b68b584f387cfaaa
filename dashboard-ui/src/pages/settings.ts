import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, messageOf, send } from '../api/http.js';
import { problemText, type Applied, type ConfigAnswer, type Problem } from '../api/types.js';
import { ask } from '../app/ask.js';
import { toast } from '../app/toast.js';
import { glyph } from '../elements/glyphs.js';
import { label } from '../format/labels.js';
import { plural } from '../format/numbers.js';
import { spanOfSeconds } from '../format/time.js';
import { Page } from './page.js';

/** Keys that can be changed here; the others are shown with where they come from. */
interface Control { kind: 'number' | 'text' | 'choice'; min?: number; max?: number; unit?: string; values?: string[] }
const editable: Record<string, Control> = {
  default_action: { kind: 'choice', values: ['log', 'alert', 'redact', 'block'] },
  'proxy.port': { kind: 'number', min: 1, max: 65_535 },
  'proxy.bind': { kind: 'text' },
  'proxy.timeout': { kind: 'number', min: 1, max: 300, unit: 's' },
  'proxy.connect_timeout': { kind: 'number', min: 1, max: 120, unit: 's' },
  'proxy.retries': { kind: 'number', min: 0, max: 5 },
};
/** The control of a key: known ones with their range, others by what their value is, and only where the server takes a change. */
export function controlOf(key: string, value: unknown, config: Pick<ConfigAnswer, 'editable_keys'>): Control | undefined {
  if (config.editable_keys === undefined) {
    return editable[key];
  }
  if (!config.editable_keys.includes(key)) {
    return undefined;
  }
  return editable[key] ?? (key.endsWith('.action') ? { kind: 'choice', values: ['', 'log', 'alert', 'redact', 'block'] }
    : typeof value === 'boolean' ? { kind: 'choice', values: ['true', 'false'] } : typeof value === 'number' ? { kind: 'number' } : typeof value === 'string' ? { kind: 'text' } : undefined);
}

const sources: Record<string, string> = { default: 'Default', file: 'config.yaml', dashboard: 'Set here', 'command line': 'Command line' };

/** The mode, what is configured and from where, the last reload, the licence. */
@customElement('page-settings')
export class SettingsPage extends Page {
  @state() private config: ConfigAnswer | null = null;
  @state() private search = '';
  @state() private busy = false;
  @state() private reloadProblems: Problem[] | null = null;
  @state() private restart = new Set<string>();

  protected override listen(): void {
    for (const event of ['config', 'mode-changed']) {
      this.on(event, () => this.soon('again', 800, () => void this.refresh()));
    }
  }

  protected async load(signal: AbortSignal): Promise<void> {
    this.config = await get<ConfigAnswer>('/config', {}, signal);
    this.reloadProblems = null;
  }

  override updated(): void {
    if (this.config && this.route.query.get('section') === 'licence') {
      // Whoever comes for it has the cursor in it.
      this.querySelector('#licence')?.scrollIntoView({ block: 'nearest' });
      this.querySelector<HTMLInputElement>('#licence input')?.focus({ preventScroll: true });
      this.route.query.delete('section');
    }
  }

  private tellStatus(): void {
    this.dispatchEvent(new CustomEvent('la-status'));
  }

  private async change(values: Record<string, unknown>, done = 'In force'): Promise<void> {
    try {
      const answer = await send<Applied>('PUT', '/config', values);
      const error = answer.errors?.[0];
      this.restart = new Set([...this.restart, ...(answer.restart_needed ?? [])]);
      toast(error ? `${error.key} ${error.error}` : (answer.restart_needed ?? []).length > 0 ? 'Saved; in force after a restart' : done, error ? 'bad' : 'plain');
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
    await this.refresh();
    this.tellStatus();
  }

  private passthrough(): void {
    void ask({
      heading: 'Stop looking at requests?', confirm: 'Switch to passthrough', danger: true,
      text: 'Every request is forwarded without being looked at. Secrets in it reach the provider, and nothing is found or blocked.',
      content: html`<label class="field">For how long<select name="time"><option value="30m" selected>30 minutes</option><option value="2h">2 hours</option><option value="">Until it is switched back</option></select></label>`,
      run: async fields => {
        const time = String(fields.get('time') ?? '');
        await send('PUT', '/config', { 'proxy.mode': 'passthrough', ...(time ? { mode_for: time } : {}) });
      },
    }).then(done => {
      if (done) {
        this.tellStatus();
        void this.refresh();
      }
    });
  }

  private async reload(): Promise<void> {
    this.busy = true;
    try {
      const answer = await send<{ generation: number; problems: Problem[] }>('POST', '/reload', {});
      if (answer.problems.length === 0) {
        toast(`Generation ${answer.generation} is in force`);
      }
      await this.refresh();
      this.reloadProblems = answer.problems;
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
    this.busy = false;
    this.tellStatus();
  }

  private async saveLicence(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    try {
      const answer = await send<{ message?: string }>('POST', '/license', { key: String(new FormData(form).get('key') ?? '').trim() });
      form.reset();
      toast(answer.message ?? 'Saved');
      this.tellStatus();
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
  }

  override render() {
    return html`${this.head('Settings')}${this.failure()}
      <div class="grid main-side"><div class="stack gap">${this.keys()}</div><div class="stack gap">${this.mode()}${this.reloadCard()}${this.licence()}${this.about()}</div></div>`;
  }

  private mode(): TemplateResult {
    const isPassing = this.status?.mode === 'passthrough';
    return html`<la-card heading="Mode"><div class="stack"><div class="row"><la-badge kind="state" value=${this.status?.mode ?? ''} solid></la-badge>${isPassing && this.status?.mode_until ? html`<span class="muted">inspection starts again <la-time .value=${this.status.mode_until}></la-time></span>` : nothing}</div>
      <p class="muted">${isPassing ? 'Requests are forwarded without being looked at.' : 'Every request is looked at before it leaves.'}</p>
      ${this.isAdmin ? html`<div>${isPassing ? html`<button class="primary" @click=${() => this.change({ 'proxy.mode': 'active' }, 'Requests are looked at again')}>Look at requests again</button>` : html`<button @click=${() => this.passthrough()}>Passthrough for 30 minutes</button>`}</div>` : nothing}</div></la-card>`;
  }

  private reloadCard(): TemplateResult {
    const reload = this.config?.reload;
    const problems = this.reloadProblems ?? reload?.problems ?? [];
    return html`<la-card heading="Configuration file"><div class="stack"><code class="wrap">${this.config?.file ?? ' '}</code>
      ${problems.length > 0 ? html`<div class="note bad">${glyph('warning')}<div class="stack"><b>The file has ${plural(problems.length, 'mistake')}. What was in force stays in force.</b>${problems.map(problem => html`<code class="wrap">${problemText(problem)}</code>`)}</div></div>`
        : reload ? html`<p class="row wraps"><span class="good row">${glyph('check', 'tiny')}Read without a mistake</span><span class="muted">generation <span class="num">${reload.generation}</span>${reload.at ? html`, <la-time .value=${reload.at}></la-time>` : nothing}</span></p>` : nothing}
      ${this.isAdmin ? html`<div><button ?disabled=${this.busy} @click=${() => this.reload()}>${glyph('refresh')}${this.busy ? 'Reading' : 'Read it again'}</button></div>` : nothing}</div></la-card>`;
  }

  private licence(): TemplateResult {
    const tier = this.status?.tier ?? 'community';
    return html`<la-card id="licence" heading="Licence"><div class="stack"><p>${tier === 'community' ? 'Community edition: no licence is in use.' : html`Tier <b>${label(tier)}</b>`}</p>
      ${this.isAdmin ? html`<form class="row" @submit=${this.saveLicence}><input class="grow mono" name="key" required maxlength="4096" placeholder="Licence key" aria-label="Licence key" autocomplete="off" spellcheck="false"><button>Save</button></form>` : nothing}</div></la-card>`;
  }

  private about(): TemplateResult {
    const status = this.status;
    return html`<la-card heading="This process"><dl class="facts"><dt>Version</dt><dd>${status?.version ?? '–'}</dd><dt>Up for</dt><dd class="num">${status ? spanOfSeconds(status.uptime_seconds) : '–'}</dd><dt>Proxy</dt><dd><code>${status?.proxy_bind ?? '–'}:${status?.proxy_port ?? ''}</code></dd>
      <dt>Store</dt><dd>${status?.store ? html`<la-badge kind="state" value=${status.store.healthy ? 'healthy' : 'failed'}></la-badge>` : '–'}</dd><dt>Dashboards</dt><dd class="num">${status?.dashboard?.live_clients ?? '–'} open</dd><dt>Signed in</dt><dd>${this.session?.user ?? label(this.session?.auth)}, ${this.session?.role}</dd></dl></la-card>`;
  }

  private keys(): TemplateResult {
    const config = this.config;
    const words = this.search.toLowerCase();
    const keys = Object.keys(config?.values ?? {}).filter(key => key.toLowerCase().includes(words) && key !== 'proxy.mode').sort();
    const sections = new Map<string, string[]>();
    for (const key of keys) {
      const section = key.includes('.') ? (key.split('.')[0] ?? '') : 'general';
      sections.set(section, [...(sections.get(section) ?? []), key]);
    }
    return html`<la-card heading="Values in force" flush><input slot="actions" type="search" placeholder="Find a key" aria-label="Find a key" @input=${(event: Event) => { this.search = (event.target as HTMLInputElement).value; }}>
      ${this.restart.size > 0 ? html`<div class="note warn inset">${glyph('warning')}<span><b>In force after a restart:</b> <code>${[...this.restart].join(', ')}</code></span></div>` : nothing}
      ${config === null ? html`<div class="key-line"><span class="skeleton" style="width:60%"></span></div>` : sections.size === 0 ? html`<la-empty heading="No such key" hint="Try a part of its name." sign="settings"></la-empty>`
        : [...sections].map(([section, names]) => html`<h3 class="key-head">${label(section)}</h3>${names.map(key => this.key(key, config))}`)}</la-card>`;
  }

  private key(key: string, config: ConfigAnswer): TemplateResult {
    const value = config.values[key];
    const source = config.sources[key] ?? 'default';
    const rule = controlOf(key, value, config);
    const needsRestart = config.restart_keys.includes(key);
    const shown = value === '' || value === '[]' || value === null || value === undefined ? '–' : Array.isArray(value) ? value.join(', ') || '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
    const onChange = (event: Event): void => {
      const field = event.target as HTMLInputElement;
      if (field.reportValidity()) {
        void this.change({ [key]: rule?.kind === 'number' ? Number(field.value) : typeof value === 'boolean' ? field.value === 'true' : field.value === '' ? null : field.value });
      }
    };
    const control = !rule || !this.isAdmin ? html`<code class="wrap">${shown}</code>`
      : rule.kind === 'choice' ? html`<select aria-label=${key} @change=${onChange}>${rule.values?.map(choice => html`<option value=${choice} ?selected=${choice === String(value ?? '')}>${choice === '' ? 'Default' : label(choice)}</option>`)}</select>`
      : html`<span class="row"><input class="value num" aria-label=${key} type=${rule.kind} min=${rule.min ?? nothing} max=${rule.max ?? nothing} required .value=${String(value ?? '')} @change=${onChange}>${rule.unit ? html`<span class="muted">${rule.unit}</span>` : nothing}</span>`;
    return html`<div class="key-line"><code class="wrap">${key}</code><div>${control}</div><span class="small ${source === 'default' ? 'muted' : ''}">${sources[source] ?? label(source)}${needsRestart ? html`<span class="muted"> · restart</span>` : nothing}</span></div>`;
  }
}
