import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call, get, messageOf, root } from '../api/http.js';
import type { PluginPage } from '../api/types.js';
import { navigate } from '../app/route.js';
import { onTheme, theme } from '../app/theme.js';
import { toast } from '../app/toast.js';
import { live } from '../live/live.js';
import { cleanFragment } from './fragment.js';
import { Page } from './page.js';

type Unmount = (() => void) | void;
interface PluginModule { mount: (root: HTMLElement, context: PluginContext) => Unmount | Promise<Unmount> }

/** What a plugin's module is given. */
export interface PluginContext {
  /** A call below /api/v1/plugins/<id>/, with what changes need. */
  api: (path: string, init?: RequestInit) => Promise<Response>;
  /** Reads from the host's own API, below /api/v1. */
  host: (path: string) => Promise<unknown>;
  on: (event: string, handler: (data: Record<string, unknown>) => void) => () => void;
  theme: () => string;
  onTheme: (handler: (theme: string) => void) => () => void;
  navigate: (hash: string) => void;
  toast: (text: string) => void;
}

/** A page that a plugin brings: a module, a fragment, or a placeholder while it is locked. It lives in a shadow root: its style sheets end there. */
@customElement('page-plugin')
export class PluginPageElement extends Page {
  @property({ attribute: false }) page: PluginPage | null = null;
  private held: (() => void)[] = [];
  private generation = 0;

  protected override listen(): void {
    this.on('plugins', () => void this.refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('page')) {
      const before = changed.get('page') as PluginPage | null | undefined;
      if (before?.id !== this.page?.id || before?.locked !== this.page?.locked || before?.src !== this.page?.src) {
        void this.updateComplete.then(() => this.refresh());
      }
    }
  }

  private leave(): void {
    this.generation++;
    for (const release of this.held.splice(0)) {
      try {
        release();
      } catch (error) {
        console.error(error);
      }
    }
  }

  protected async load(signal: AbortSignal): Promise<void> {
    const page = this.page;
    this.leave();
    const host = this.querySelector<HTMLElement>('.plugin-root');
    if (!page || page.locked || !host) {
      return;
    }
    const generation = this.generation;
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const place = document.createElement('div');
    const sheets = (page.css ?? []).filter(isOwnAddress).map(address => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }));
    shadow.replaceChildren(...sheets, place);
    if (page.kind === 'fragment') {
      const answer = await call((page.fragment ?? `/pages/${page.id}/fragment`).replace(root, ''), { headers: { Accept: 'text/html' }, signal });
      if (!answer.ok) {
        throw new Error(`The plugin answered ${answer.status}.`);
      }
      place.replaceChildren(cleanFragment(await answer.text()));
      return;
    }
    if (!page.src || !isOwnAddress(page.src)) {
      throw new Error('The plugin names no module.');
    }
    const module = (await import(/* @vite-ignore */ page.src)) as PluginModule;
    const unmount = await module.mount(place, this.context(page));
    if (typeof unmount === 'function') {
      if (generation === this.generation) {
        this.held.push(unmount);
      } else {
        unmount();
      }
    }
  }

  private context(page: PluginPage): PluginContext {
    const keep = (release: () => void): (() => void) => {
      this.held.push(release);
      return release;
    };
    return {
      api: (path, init) => call(`/plugins/${page.plugin_id ?? page.id}/${path.replace(/^\//, '')}`, init),
      host: path => get(path.startsWith('/') ? path : `/${path}`),
      on: (event, handler) => keep(live.on(event, handler)),
      theme,
      onTheme: handler => keep(onTheme(handler)),
      navigate,
      toast: text => toast(String(text)),
    };
  }

  override render() {
    const page = this.page;
    if (page?.locked) {
      return html`${this.head(page.label)}<la-card><la-empty sign="lock" heading="${page.label} is locked" hint=${page.locked_description ?? 'A plugin with a licence unlocks this page.'}>
        <a class="button primary" href="#/settings?section=licence">Open the settings</a></la-empty></la-card>`;
    }
    return html`${this.head(page?.label ?? '')}${this.problem === '' ? nothing : html`<la-card><la-empty tone="bad" heading="The plugin's page did not load" hint=${this.problem}>
      <button @click=${() => this.refresh()}>Try again</button><a class="button" href="#/plugins">State of the plugin</a></la-empty></la-card>`}
      <div class="plugin-root" ?hidden=${this.problem !== ''}></div>`;
  }
}

function isOwnAddress(address: string): boolean {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch (error) {
    console.warn(messageOf(error));
    return false;
  }
}
