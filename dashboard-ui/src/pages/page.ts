import { LitElement, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { messageOf } from '../api/http.js';
import type { PluginPage, SessionInfo, Status } from '../api/types.js';
import { parseRoute, type Route } from '../app/route.js';
import { live } from '../live/live.js';

/** A page of the dashboard: drawn into the document (its style sheets hold), reads when the route changes, lets go of live events when it leaves. */
export abstract class Page extends LitElement {
  @property({ attribute: false }) route: Route = parseRoute('');
  @property({ attribute: false }) session: SessionInfo | null = null;
  @property({ attribute: false }) status: Status | null = null;
  /** The pages that plugins bring. */
  @property({ attribute: false }) pluginPages: readonly PluginPage[] = [];
  @state() protected problem = '';
  private releases: (() => void)[] = [];
  private reading: AbortController | null = null;
  private timers = new Map<string, { due: ReturnType<typeof setTimeout>; }>();
  private lastRun = new Map<string, number>();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected get isAdmin(): boolean {
    return this.session?.role === 'admin';
  }

  /** Reads what the page shows. A newer call aborts the older one. */
  protected abstract load(signal: AbortSignal): Promise<void>;

  /** Registers for live events, once. */
  protected listen(): void {}

  protected on(event: string, handler: (data: Record<string, unknown>) => void): void {
    this.releases.push(live.on(event, handler));
  }

  /** For what the server left out of a flood: `handler` gets how many there were of the event. */
  protected onMore(event: string, handler: (count: number) => void): void {
    this.on('more', data => {
      const count = Number(data[event] ?? 0);
      if (count > 0) {
        handler(count);
      }
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listen();
    // What was missed is too much to be replayed: read everything again.
    this.on('reset', () => void this.refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.releases.forEach(release => release());
    this.releases = [];
    this.reading?.abort();
    for (const { due } of this.timers.values()) {
      clearTimeout(due);
    }
    this.timers.clear();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('route') && this.isNewRoute(changed.get('route') as Route | undefined)) {
      void this.refresh();
    }
  }

  /** Whether a change of the address asks for other data. */
  protected isNewRoute(_before: Route | undefined): boolean {
    return true;
  }

  async refresh(): Promise<void> {
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    try {
      await this.load(reading.signal);
      this.problem = '';
    } catch (error) {
      if (!reading.signal.aborted) {
        this.problem = messageOf(error);
      }
    }
  }

  /** Runs soon, but under a stream of events no more often than every `gap` milliseconds. */
  protected soon(name: string, gap: number, run: () => void): void {
    if (this.timers.has(name)) {
      return;
    }
    const wait = Math.max(200, (this.lastRun.get(name) ?? -gap) + gap - performance.now());
    this.timers.set(name, { due: setTimeout(() => {
      this.timers.delete(name);
      this.lastRun.set(name, performance.now());
      run();
    }, wait) });
  }

  protected failure(): TemplateResult | '' {
    return this.problem === '' ? '' : html`<la-card><la-empty tone="bad" heading="This could not be loaded" hint=${this.problem}>
      <button @click=${() => this.refresh()}>Try again</button></la-empty></la-card>`;
  }

  protected head(text: string, extra: unknown = '', hint = ''): TemplateResult {
    return html`<header class="page-head"><div class="grow"><h1 tabindex="-1">${text}</h1>${hint ? html`<p class="muted">${hint}</p>` : ''}</div><div class="row wraps">${extra}</div></header>`;
  }
}
