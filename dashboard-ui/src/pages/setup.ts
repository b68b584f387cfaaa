import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get } from '../api/http.js';
import { remember, remembered } from '../app/preferences.js';
import { glyph } from '../elements/glyphs.js';
import { plural } from '../format/numbers.js';
import type { WireTime } from '../format/time.js';
import { Page } from './page.js';

interface Tool { name: string; label: string; install_hint?: string | null; lines: Record<string, string | null | undefined>; seen: boolean }
interface FirstRun { proxy_url: string; requests_seen: number; first_request_at: WireTime; tools: Tool[] }

const shells: [string, string][] = [['bash', 'bash, zsh'], ['powershell', 'PowerShell']];

/** How each tool is pointed at LumenArgus; turns green with the first request. */
@customElement('page-setup')
export class SetupPage extends Page {
  @state() private answer: FirstRun | null = null;
  @state() private shell = remembered('shell', navigator.userAgent.includes('Windows') ? 'powershell' : 'bash');
  @state() private justArrived = '';

  protected override listen(): void {
    this.on('scan', data => {
      const client = String(data['client'] ?? '');
      const tool = this.answer?.tools.find(candidate => candidate.name === client);
      if (this.answer && (this.answer.requests_seen === 0 || (tool && !tool.seen))) {
        this.justArrived = client;
        this.answer = { ...this.answer, requests_seen: this.answer.requests_seen + 1, first_request_at: this.answer.first_request_at ?? (data['timestamp'] as string), tools: this.answer.tools.map(candidate => (candidate === tool ? { ...candidate, seen: true } : candidate)) };
        this.soon('again', 2000, () => void this.refresh());
      }
    });
    this.onMore('requests', () => this.soon('again', 2000, () => void this.refresh()));
  }

  protected async load(signal: AbortSignal): Promise<void> {
    this.answer = await get<FirstRun>('/first-run', {}, signal);
  }

  override render() {
    const answer = this.answer;
    const works = (answer?.requests_seen ?? 0) > 0;
    return html`${this.head('Set up a tool', html`<div class="row" role="group" aria-label="Shell">${shells.map(([name, text]) => html`<button aria-pressed=${this.shell === name} @click=${() => { this.shell = name; remember('shell', name); }}>${text}</button>`)}</div>`,
      'Put the line of your tool into the terminal in which you start it.')}
      ${this.failure()}
      <div class="arrival ${works ? 'works' : ''}" role="status">${answer === null ? html`<span class="skeleton" style="width:220px"></span>` : works
        ? html`<span class="arrival-sign">${glyph('check')}</span><div class="grow"><b>It works.</b> ${plural(answer.requests_seen, 'request')} went through${answer.first_request_at ? html`, the first <la-time .value=${answer.first_request_at}></la-time>` : nothing}.</div><a class="button" href="#/overview">To the overview</a>`
        : html`<span class="arrival-sign waiting">${glyph('eye')}</span><div class="grow"><b>Waiting for the first request</b> at <code>${answer.proxy_url}</code>. Set the line, start the tool, type anything.</div>`}</div>
      <div class="stack gap">${(answer?.tools ?? []).map(tool => this.tool(tool))}
        ${answer ? html`<la-card heading="Something else" hint="any SDK or tool with a base URL"><div class="stack"><p class="muted">Give it this base URL in place of its provider's. Paths stay as they are.</p>${this.line(answer.proxy_url)}</div></la-card>` : nothing}</div>`;
  }

  private tool(tool: Tool): TemplateResult {
    // A tool that is told by its own file needs it whatever the shell.
    const { config } = tool.lines;
    const line = config ?? tool.lines[this.shell];
    return html`<la-card class="tool ${tool.seen ? 'seen' : ''} ${this.justArrived === tool.name ? 'arrived' : ''}" heading=${tool.label}>
      <span slot="actions" class="row small ${tool.seen ? 'good' : 'muted'}">${tool.seen ? html`${glyph('check', 'tiny')}Seen` : 'Not seen yet'}</span>
      <div class="stack">${line ? this.line(line) : html`<p class="muted">There is no line for this shell.</p>`}
        ${config ? html`<p class="muted small">Put this into the file that its first line names, then start <code>${tool.lines[this.shell]}</code>.</p>` : nothing}
        ${tool.install_hint ? html`<p class="muted small">Not installed yet? <code class="wrap">${tool.install_hint}</code></p>` : nothing}</div></la-card>`;
  }

  private line(text: string): TemplateResult {
    return html`<div class="command"><pre class="code grow" tabindex="0">${text}</pre><la-copy .value=${text} label="Copy"></la-copy></div>`;
  }
}
