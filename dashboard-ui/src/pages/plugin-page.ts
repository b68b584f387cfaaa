import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call, get, getText, messageOf, root } from '../api/http.js';
import type { PluginPage } from '../api/types.js';
import { navigate } from '../app/route.js';
import { onTheme, theme } from '../app/theme.js';
import { toast } from '../app/toast.js';
import { sharedStyles } from '../elements/shared-styles.js';
import { live } from '../live/live.js';
import { cleanFragment } from './fragment.js';
import { Page } from './page.js';

type Unmount = (() => void) | void;
export interface PluginModule { mount: (root: HTMLElement, context: PluginContext) => Unmount | Promise<Unmount> }

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
  /** What the reader may do: "viewer" or "admin". The server refuses the rest in any case. */
  role: () => string;
}

/** A page that a plugin brings: a module, a fragment, or a placeholder while it is locked. It lives in a shadow root: its style sheets end there. */
@customElement('page-plugin')
export class PluginPageElement extends Page {
  @property({ attribute: false }) page: PluginPage | null = null;
  /** Loads a module; a test has its own. */
  @property({ attribute: false }) importModule: (address: string) => Promise<unknown> = address => import(/* @vite-ignore */ address);
  @state() private isLoading = false;
  private held: (() => void)[] = [];
  private generation = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      // The page was gone with its plugin, and is there again.
      void this.refresh();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Addresses hold the version of the plugin: another plugin's change leaves the page as it is.
    if (changed.has('page') && addressesOf(changed.get('page') as PluginPage | null | undefined) !== addressesOf(this.page)) {
      void this.updateComplete.then(() => this.refresh());
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
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    if (sharedStyles.styleSheet) {
      shadow.adoptedStyleSheets = [sharedStyles.styleSheet];
    }
    const place = document.createElement('div');
    const sheets = (page.css ?? []).filter(isOwnAddress).map(address => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }));
    shadow.replaceChildren(...sheets, place);
    this.isLoading = true;
    const generation = this.generation;
    try {
      await (page.kind === 'fragment' ? this.draw(page, place, signal) : this.mount(page, place, generation));
    } finally {
      if (generation === this.generation) {
        this.isLoading = false;
      }
    }
  }

  private async draw(page: PluginPage, place: HTMLElement, signal: AbortSignal): Promise<void> {
    // Cards one below the other, as on the product's own pages.
    place.className = 'stack';
    place.style.gap = '16px';
    const address = (page.fragment ?? `${root}/pages/${page.id}/fragment`).replace(root, '');
    place.replaceChildren(cleanFragment(await getText(address, 'text/html', signal)));
  }

  private async mount(page: PluginPage, place: HTMLElement, generation: number): Promise<void> {
    if (!page.src || !isOwnAddress(page.src)) {
      throw new Error('The plugin names no module.');
    }
    const module = (await this.importModule(page.src).catch((error: unknown) => {
      throw new Error(`Its module could not be loaded: ${messageOf(error)}`);
    })) as Partial<PluginModule>;
    if (typeof module.mount !== 'function') {
      throw new Error('Its module has no function "mount".');
    }
    if (generation !== this.generation) {
      return;
    }
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
      role: () => this.session?.role ?? 'viewer',
    };
  }

  override render(): TemplateResult {
    const page = this.page;
    if (page?.locked) {
      return html`${this.head(page.label)}<la-card><la-empty sign="lock" heading="${page.label} is locked" hint=${page.locked_description ?? 'A plugin with a licence unlocks this page.'}>
        <a class="button primary" href="#/settings?section=licence">Open the settings</a></la-empty></la-card>`;
    }
    return html`${this.head(page?.label ?? '')}${this.problem === '' ? nothing : html`<la-card><la-empty tone="bad" heading="The plugin's page did not load" hint=${this.problem}>
      <button @click=${() => this.refresh()}>Try again</button><a class="button" href="#/plugins">State of the plugin</a></la-empty></la-card>`}
      ${this.isLoading ? html`<la-card class="plugin-wait" aria-busy="true"><div class="stack" role="status"><span class="visually-hidden">Loading the page of the plugin</span><span class="skeleton"></span><span class="skeleton"></span><span class="skeleton"></span></div></la-card>` : nothing}
      <div class="plugin-root" ?hidden=${this.problem !== ''}></div>`;
  }
}

function addressesOf(page: PluginPage | null | undefined): string {
  return JSON.stringify([page?.id, page?.locked, page?.kind, page?.src, page?.css, page?.fragment]);
}

function isOwnAddress(address: string): boolean {
  try {
    return new URL(address, location.href).origin === location.origin;
  } catch (error) {
    console.warn(messageOf(error));
    return false;
  }
}
