import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, currentSession, get, messageOf, onSignedOut, signIn, signOut, useSession } from '../api/http.js';
import type { PluginPage, SessionInfo, Status } from '../api/types.js';
import { glyph } from '../elements/glyphs.js';
import { useTitles } from '../format/titles.js';
import { live, type LiveState } from '../live/live.js';
import type { Page } from '../pages/page.js';
import { entries, groups, withPlugins, type Entry } from './pages.js';
import { navigate, parseRoute, routeHash, type Route } from './route.js';
import { ShortcutKeys, showShortcuts } from './shortcuts.js';
import { chooseTheme, themeChoice, type ThemeChoice } from './theme.js';
import { toast } from './toast.js';

const tokenLink = /[#&]token=([0-9a-f]{16,128})/i;

const none: PluginPage[] = [];

type Phase = 'starting' | 'login' | 'in' | 'down';

/** The frame: who is signed in, the navigation, the bar on top, and the page that the address names. */
@customElement('la-app')
export class LaApp extends LitElement {
  @state() private phase: Phase = 'starting';
  @state() private session: SessionInfo | null = null;
  @state() private status: Status | null = null;
  @state() private route: Route = parseRoute(location.hash);
  @state() private liveState: LiveState = 'off';
  /** Null until they are known: before that no address is one of nobody. */
  @state() private pluginPages: PluginPage[] | null = null;
  @state() private loaded = new Set<string>();
  @state() private isNavOpen = false;
  @state() private loginProblem: ApiError | null = null;
  @state() private choice: ThemeChoice = themeChoice();
  @state() private loginNotice = '';
  @state() private downProblem = '';
  @state() private pageProblem = '';
  @state() private hiddenNotices = new Set<string>();
  private shown: { id: string; tag: string; element: HTMLElement } | null = null;
  private readonly keys = new ShortcutKeys(letter => this.jump(letter));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    // The frame that index.html shows until the code is there.
    this.replaceChildren();
    super.connectedCallback();
    addEventListener('hashchange', () => this.onHash());
    addEventListener('keydown', event => this.keys.onKey(event));
    onSignedOut(error => this.showLogin(error));
    live.watch(state => {
      this.liveState = state;
      if (state === 'live' && this.pageProblem !== '') {
        void this.loadPage();
      }
    });
    live.on('signed-out', () => void this.ask());
    for (const event of ['config', 'mode-changed', 'reset']) {
      live.on(event, () => void this.readStatus());
    }
    for (const event of ['pages', 'plugins', 'reset']) {
      live.on(event, () => void this.readPages());
    }
    for (const event of ['rules', 'plugins', 'reset']) {
      live.on(event, () => void this.readTitles());
    }
    setInterval(() => {
      if (this.phase === 'in' && !document.hidden && this.liveState !== 'paused') {
        void this.readStatus();
      }
    }, 15_000);
    void this.begin();
  }

  private async begin(): Promise<void> {
    const token = tokenLink.exec(location.hash)?.[1];
    if (location.pathname === '/logout') {
      await signOut().catch(() => undefined);
      history.replaceState(null, '', '/');
      await this.ask();
      return;
    }
    if (token !== undefined) {
      // Out of the address, the history and any bookmark before anything else.
      history.replaceState(null, '', '/#/overview');
      this.route = parseRoute(location.hash);
      try {
        this.enter(await signIn({ token }));
        return;
      } catch (error) {
        if (error instanceof ApiError && error.status !== 0) {
          this.showLogin(error);
          return;
        }
      }
    }
    // The page's code comes while the server is asked who this is.
    void this.entry?.load().catch(() => undefined);
    await this.ask();
  }

  /** Asks the server who this is; nobody gets the login, which shows what the server says about the ways in. */
  private async ask(): Promise<void> {
    try {
      this.enter(await currentSession());
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) {
        this.showLogin(error);
      } else {
        this.phase = 'down';
        this.downProblem = messageOf(error);
      }
    }
  }

  private enter(session: SessionInfo): void {
    if (location.pathname !== '/') {
      history.replaceState(null, '', `/${location.hash}`);
    }
    useSession(session);
    this.session = session;
    this.loginNotice = '';
    live.start();
    // Notices and the plugins' entries stand before the page shows, so that they do not push it aside; a slow server does not hold it up.
    const frame = Promise.all([this.readStatus(), this.readPages(), this.readTitles(), this.entry?.load().catch(() => undefined)]);
    void Promise.race([frame, new Promise(resolve => setTimeout(resolve, 250))]).then(() => {
      this.phase = 'in';
      void this.loadPage();
    });
  }

  private showLogin(error: ApiError): void {
    live.stop();
    useSession(null);
    if (this.session !== null) {
      this.loginNotice = 'Your session has ended, or LumenArgus was started again. Sign in to go on.';
    }
    this.session = null;
    this.loginProblem = error;
    this.phase = 'login';
    void import('../pages/login.js');
  }

  private async readStatus(): Promise<void> {
    try {
      this.status = await get<Status>('/status');
    } catch {
      // The bar says by its live state that the server is away.
    }
  }

  /** The titles of rules. Where they come behind the page it is drawn anew: it has the names in words until then. */
  private async readTitles(): Promise<void> {
    try {
      if (useTitles((await get<{ titles: Record<string, string> }>('/rules/titles')).titles) && this.phase === 'in') {
        void (this.shown?.element as Partial<Page> | undefined)?.refresh?.();
      }
    } catch {
      // Names in words say it as well.
    }
  }

  private async readPages(): Promise<void> {
    try {
      this.pluginPages = (await get<{ pages: PluginPage[] }>('/pages')).pages ?? [];
    } catch {
      // What was known stays: the bar says that the server is away.
      this.pluginPages ??= [];
    }
    void this.loadPage();
  }

  private onHash(): void {
    if (tokenLink.test(location.hash)) {
      // The printed link, opened where the dashboard or its login is open already.
      void this.begin();
      return;
    }
    const before = this.route.page;
    this.route = parseRoute(location.hash);
    this.isNavOpen = false;
    if (before !== this.route.page) {
      scrollTo(0, 0);
      void this.loadPage();
    }
  }

  private get all(): Entry[] {
    return withPlugins(entries, this.pluginPages ?? none);
  }

  private get entry(): Entry | undefined {
    return this.all.find(entry => entry.id === this.route.page);
  }

  private async loadPage(): Promise<void> {
    const entry = this.entry;
    if (this.phase !== 'in' || !entry) {
      return;
    }
    document.title = `${entry.label} · LumenArgus`;
    this.pageProblem = '';
    if (!this.loaded.has(entry.element)) {
      try {
        await entry.load();
        this.loaded = new Set([...this.loaded, entry.element]);
      } catch {
        this.pageProblem = this.liveState === 'live' ? 'LumenArgus may have been updated: load the dashboard again.' : 'LumenArgus does not answer. The page comes when it is back.';
      }
    }
  }

  private jump(letter: string): void {
    const entry = this.all.find(candidate => candidate.jump === letter);
    if (entry) {
      navigate(routeHash(entry.id));
      void this.updateComplete.then(() => this.focusMain());
    }
  }

  private focusMain(): void {
    setTimeout(() => this.querySelector<HTMLElement>('main h1')?.focus(), 60);
  }

  override render(): TemplateResult {
    switch (this.phase) {
      case 'starting': return html`<div class="frame" aria-busy="true"><aside class="side"><span class="brand">${mark()}<span>LumenArgus</span></span></aside></div>`;
      case 'down': return html`<main class="alone"><la-card><la-empty tone="bad" heading="No answer" hint=${this.downProblem}><button @click=${() => location.reload()}>Try again</button></la-empty></la-card></main>`;
      case 'login': return html`<page-login .problem=${this.loginProblem} .notice=${this.loginNotice} @la-signed-in=${(event: CustomEvent<SessionInfo>) => this.enter(event.detail)}></page-login>`;
      default: return this.frame();
    }
  }

  private frame(): TemplateResult {
    return html`
      <a class="skip" href="#main" @click=${(event: Event) => { event.preventDefault(); this.focusMain(); }}>Skip to content</a>
      <div class="frame ${this.isNavOpen ? 'nav-open' : ''}">
        <div class="nav-shade" @click=${() => { this.isNavOpen = false; }}></div>
        <aside class="side">
          <a class="brand" href="#/overview" aria-label="LumenArgus, overview">${mark()}<span>LumenArgus</span></a>
          <nav aria-label="Pages">${this.navigation()}</nav>
          <footer class="small muted">
            <span class="num">${this.status ? `Version ${this.status.version}` : '\u00a0'}</span>
          </footer>
        </aside>
        <div class="content">
          ${this.bar()}
          ${this.notices()}
          <main id="main">${this.page()}</main>
        </div>
      </div>`;
  }

  private navigation(): TemplateResult {
    const all = this.all;
    return html`${groups.map(group => {
      const inGroup = all.filter(entry => entry.group === group);
      return inGroup.length === 0 ? nothing : html`<h2 id="nav-${group}">${group}</h2><ul aria-labelledby="nav-${group}">${inGroup.map(entry => html`<li>
        <a href=${routeHash(entry.id)} aria-current=${entry.id === this.route.page ? 'page' : nothing} title=${entry.jump ? `g ${entry.jump}` : nothing}>
          ${glyph(entry.icon)}<span class="ellipsis grow">${entry.label}</span>${entry.locked ? html`<span class="muted lock" title="Locked">${glyph('lock', 'tiny')}<span class="visually-hidden">locked</span></span>` : nothing}</a></li>`)}</ul>`;
    })}`;
  }

  private bar(): TemplateResult {
    const next: Record<ThemeChoice, ThemeChoice> = { system: 'dark', dark: 'light', light: 'system' };
    const sign = { system: 'screen', dark: 'moon', light: 'sun' }[this.choice];
    return html`<header class="bar">
      <button class="quiet icon nav-button" aria-label="Menu" aria-expanded=${this.isNavOpen} @click=${() => { this.isNavOpen = !this.isNavOpen; }}>${glyph('menu')}</button>
      <form class="search" role="search" @submit=${this.onSearch}>
        ${glyph('search')}<input id="search" name="q" type="search" placeholder="Search findings" aria-label="Search findings" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd>
      </form>
      <div class="row bar-end">
        ${this.status?.mode === 'passthrough' ? html`<a href="#/settings"><la-badge kind="state" value="passthrough" solid></la-badge></a>` : nothing}
        ${this.liveButton()}
        <button class="quiet icon wide-only" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" @click=${showShortcuts}>${glyph('question')}</button>
        <button class="quiet icon" aria-label="Theme: ${this.choice}" title="Theme: ${this.choice}" @click=${() => { this.choice = next[this.choice]; chooseTheme(this.choice); }}>${glyph(sign)}</button>
        ${this.isOwnSession ? html`<button class="quiet icon" aria-label="Sign out" title="Sign out ${this.session?.user ?? ''} (${this.session?.role ?? ''})" @click=${this.leave}>${glyph('user')}</button>` : this.session?.user ? html`<span class="muted small ellipsis wide-only" title="Signed in by ${this.session.auth} (${this.session.role})">${this.session.user}</span>` : nothing}
      </div></header>`;
  }

  /** Whether there is a session to end here: who is signed in by a proxy in front stays so. */
  private get isOwnSession(): boolean {
    return this.session?.auth === 'token' || this.session?.auth === 'password';
  }

  private liveButton(): TemplateResult {
    const state = this.liveState;
    const words: Record<LiveState, string> = { off: 'Offline', connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting', paused: 'Paused' };
    const isPaused = state === 'paused';
    return html`<button class="quiet live ${state}" title=${isPaused ? 'Go on with live updates' : 'Pause live updates'} @click=${() => (isPaused ? live.resume() : live.pause())}>
      <span class="dot" aria-hidden="true"></span><span aria-live="polite">${words[state]}</span>${glyph(isPaused ? 'play' : 'pause', 'tiny')}<span class="visually-hidden">${isPaused ? 'Go on' : 'Pause'}</span></button>`;
  }

  private notices(): TemplateResult {
    const status = this.status;
    const lines: TemplateResult[] = [];
    if (status?.mode === 'passthrough') {
      lines.push(html`<div class="notice warn" role="status">${glyph('warning')}<span class="grow"><b>Passthrough.</b> Requests are forwarded without being looked at${status.mode_until ? html`; inspection starts again <la-time .value=${status.mode_until}></la-time>` : ''}.</span><a href="#/settings">Change</a></div>`);
    }
    if (status?.store?.healthy === false) {
      lines.push(html`<div class="notice bad" role="status">${glyph('warning')}<span class="grow"><b>The store has a problem.</b> ${status.store.problem ?? ''} Requests are still inspected; findings may be missing here.</span><a href="#/logs">Logs</a></div>`);
    }
    for (const reason of (status?.degraded ?? []).filter(text => text !== status?.store?.problem && !this.hiddenNotices.has(text))) {
      lines.push(html`<div class="notice warn" role="status">${glyph('warning')}<span class="grow"><b>Degraded.</b> ${reason}</span>${reason.startsWith('channel ') ? html`<a href="#/notifications">Notifications</a>` : html`<a href="#/plugins">Plugins</a>`}<button class="quiet icon" aria-label="Hide this notice" title="Hide until the page is loaded again" @click=${() => { this.hiddenNotices = new Set([...this.hiddenNotices, reason]); }}>${glyph('close', 'tiny')}</button></div>`);
    }
    return html`${lines}`;
  }

  private page(): TemplateResult {
    const entry = this.entry;
    if (this.pageProblem !== '') {
      return html`<header class="page-head"><h1 tabindex="-1">${entry?.label ?? 'Page'}</h1></header><la-card><la-empty tone="bad" heading="This page did not load" hint=${this.pageProblem}><button @click=${() => location.reload()}>Load again</button></la-empty></la-card>`;
    }
    if (!entry && this.pluginPages === null) {
      return html`<div class="page-wait" aria-busy="true"></div>`;
    }
    if (!entry) {
      return html`<header class="page-head"><h1 tabindex="-1">No such page</h1></header><la-card><la-empty heading="There is no such page" hint="It may belong to a plugin that is not loaded." sign="question"><a class="button" href="#/overview">To the overview</a></la-empty></la-card>`;
    }
    if (!this.loaded.has(entry.element)) {
      return html`<div class="page-wait" aria-busy="true"></div>`;
    }
    return html`${this.pageElement(entry)}`;
  }

  /** One element per page: a change of the address within a page only sets its route. */
  private pageElement(entry: Entry): HTMLElement {
    if (this.shown?.id !== entry.id || this.shown.tag !== entry.element) {
      this.shown = { id: entry.id, tag: entry.element, element: document.createElement(entry.element) };
      this.shown.element.addEventListener('la-status', () => void this.readStatus());
    }
    return Object.assign(this.shown.element, { route: this.route, session: this.session, status: this.status, page: entry.plugin ?? null, pluginPages: this.pluginPages ?? none });
  }

  private onSearch(event: SubmitEvent): void {
    event.preventDefault();
    const q = String(new FormData(event.target as HTMLFormElement).get('q') ?? '').trim();
    navigate(routeHash('findings', [], { q }));
  }

  private async leave(): Promise<void> {
    try {
      await signOut();
    } catch (error) {
      toast(messageOf(error), 'bad');
      return;
    }
    this.session = null;
    await this.ask();
  }
}

export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M3 16c3.700-5.800 7.900-8.600 13-8.600S25.300 10.200 29 16c-3.700 5.800-7.900 8.600-13 8.600S6.700 21.800 3 16Z" fill="none" stroke="currentColor" stroke-width="2.400"/><circle class="pupil" cx="16" cy="16" r="4.200"/></svg>`;
}
