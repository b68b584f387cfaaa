import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, root } from '../api/http.js';
import { glyph } from '../elements/glyphs.js';
import { live } from '../live/live.js';
import { download } from './findings.js';
import { Page } from './page.js';

export interface LogLine { time: string; level: string; source: string; text: string }

/** "2026-03-16 14:30:00.123 INFO  [argus.proxy] message" taken apart; another line stays whole. */
export function parseLine(line: string): LogLine {
  const found = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d+)\s+([A-Z]+)\s+\[([^\]]*)\]\s?(.*)$/s.exec(line);
  return found ? { time: found[1] ?? '', level: found[2] ?? '', source: found[3] ?? '', text: found[4] ?? '' } : { time: '', level: '', source: '', text: line };
}

const order = ['DEBUG', 'INFO', 'WARN', 'ERROR'];

/** The end of the application log. */
@customElement('page-logs')
export class LogsPage extends Page {
  @state() private lines: LogLine[] | null = null;
  @state() private level = 'DEBUG';
  @state() private search = '';
  @state() private follows = true;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => {
      if (this.follows && !document.hidden && live.state !== 'paused') {
        void this.refresh();
      }
    }, 4000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected async load(signal: AbortSignal): Promise<void> {
    this.lines = (await get<{ lines: string[] }>('/logs/tail', {}, signal)).lines.map(parseLine);
  }

  override updated(): void {
    const box = this.querySelector('.log');
    if (box && this.follows) {
      box.scrollTop = box.scrollHeight;
    }
  }

  override render() {
    const words = this.search.toLowerCase();
    const from = order.indexOf(this.level);
    const lines = this.lines?.filter(line => (line.level === '' || rank(line.level) >= from) && (words === '' || `${line.source} ${line.text}`.toLowerCase().includes(words)));
    return html`${this.head('Logs', html`<button aria-pressed=${this.follows} @click=${() => { this.follows = !this.follows; }}>${glyph(this.follows ? 'pause' : 'play', 'tiny')}${this.follows ? 'Following' : 'Follow'}</button><button class="quiet" @click=${() => download(`${root}/logs/download`)}>${glyph('download')}Download</button>`,
      'The last 100 lines. The download has addresses, host names and folders taken out: it can be passed on.')}
      <div class="filters"><input type="search" placeholder="Text or source" aria-label="Filter lines" @input=${(event: Event) => { this.search = (event.target as HTMLInputElement).value; }}>
        <select class="keep" aria-label="Level" @change=${(event: Event) => { this.level = (event.target as HTMLSelectElement).value; }}>${order.map(level => html`<option value=${level} ?selected=${level === this.level}>${level === 'DEBUG' ? 'All levels' : `${level} and above`}</option>`)}</select></div>
      ${this.failure() || html`<la-card flush>${lines === undefined ? html`<div class="log"><span class="skeleton"></span></div>` : lines.length === 0 ? html`<la-empty heading=${this.lines?.length ? 'No line matches' : 'The log is empty'} hint=${this.lines?.length ? 'Choose a lower level or another text.' : 'Lines appear as LumenArgus works.'} sign="logs"></la-empty>`
        : html`<div class="log" tabindex="0" role="log" aria-label="Log lines">${lines.map(line => html`<div class="log-line is-${line.level.toLowerCase()}"><span class="muted num">${line.time.slice(11)}</span><span class="level">${line.level}</span><span class="muted source">${line.source.replace(/^argus\./, '').split('.').map((part, index) => html`${index > 0 ? html`.<wbr>` : nothing}${part}`)}</span><span class="wrap">${line.text}</span></div>`)}</div>`}</la-card>`}${nothing}`;
  }
}

function rank(level: string): number {
  return level.startsWith('ERR') || level.startsWith('CRIT') || level === 'FATAL' ? 3 : level.startsWith('WARN') ? 2 : level === 'INFO' ? 1 : 0;
}
