import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSession } from '../src/api/http.js';
import type { PluginPage, SessionInfo } from '../src/api/types.js';
import { live } from '../src/live/live.js';
import '../src/elements/index.js';
import '../src/pages/plugin-page.js';
import type { PluginContext, PluginPageElement } from '../src/pages/plugin-page.js';

const module: PluginPage = { id: 'acme', label: 'Acme', order: 1, kind: 'module', plugin_id: 'acme.report', src: '/plugins/acme.report/@1/page.js', css: ['/plugins/acme.report/@1/page.css', 'https://evil.example/x.css'] };
const fragment: PluginPage = { id: 'acme', label: 'Acme', order: 1, kind: 'fragment', plugin_id: 'acme.report', fragment: '/api/v1/pages/acme/fragment?version=1' };

let calls: { address: string; init: RequestInit }[] = [];

function show(page: PluginPage, mount?: (root: HTMLElement, context: PluginContext) => unknown): PluginPageElement {
  const element = document.createElement('page-plugin') as PluginPageElement;
  Object.assign(element, { page, session: { role: 'viewer' }, importModule: (address: string) => mount ? Promise.resolve({ mount, address }) : Promise.reject(new Error('404')) });
  document.body.append(element);
  return element;
}

const shadow = (element: Element): ShadowRoot => element.querySelector('.plugin-root')!.shadowRoot!;
const text = (element: Element): string => element.textContent!.replace(/\s+/g, ' ');

beforeEach(() => {
  calls = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    calls.push({ address, init });
    return Promise.resolve(address.includes('fragment')
      ? new Response('<la-card heading="Hello"><p onclick="a()">Text</p></la-card><script>window.broken = 1</script>', { headers: { 'Content-Type': 'text/html' } })
      : new Response('{"rows":[]}'));
  });
  useSession({ csrf_token: 'secret', role: 'admin' } as SessionInfo);
});

afterEach(() => {
  document.body.replaceChildren();
  useSession(null);
  vi.unstubAllGlobals();
});

describe('a module page', () => {
  it('is mounted with its style sheets in a shadow root, and unmounted when it is left', async () => {
    const unmount = vi.fn();
    const element = show(module, root => { root.textContent = 'here'; return unmount; });
    await vi.waitFor(() => expect(shadow(element).querySelector('div')!.textContent).toBe('here'));
    expect([...shadow(element).querySelectorAll('link')].map(link => link.getAttribute('href'))).toEqual(['/plugins/acme.report/@1/page.css']);
    expect(element.querySelector('[aria-busy]')).toBeNull();
    element.remove();
    expect(unmount).toHaveBeenCalledOnce();
  });

  it('calls its own API with what changes need', async () => {
    let context: PluginContext | undefined;
    show(module, (_root, given) => { context = given; });
    await vi.waitFor(() => expect(context).toBeDefined());
    await context!.api('/rows', { method: 'POST', body: '{}' });
    expect(calls[0]!.address).toBe('/api/v1/plugins/acme.report/rows');
    expect(new Headers(calls[0]!.init.headers).get('X-CSRF-Token')).toBe('secret');
    expect(new Headers(calls[0]!.init.headers).get('Content-Type')).toBe('application/json');
    expect(await context!.host('status')).toEqual({ rows: [] });
    expect(calls[1]!.address).toBe('/api/v1/status');
    expect(context!.role()).toBe('viewer');
  });

  it('lets go of live events when it is left', async () => {
    const release = vi.fn();
    const on = vi.spyOn(live, 'on').mockReturnValue(release);
    const element = show(module, (_root, context) => { context.on('test_told', () => undefined); });
    await vi.waitFor(() => expect(on).toHaveBeenCalledWith('test_told', expect.anything()));
    release.mockClear();
    element.remove();
    expect(release).toHaveBeenCalled();
    on.mockRestore();
  });

  it('is mounted again when its plugin is replaced, and stays when another one is', async () => {
    const unmount = vi.fn();
    const mount = vi.fn(() => unmount);
    const element = show(module, mount);
    await vi.waitFor(() => expect(mount).toHaveBeenCalledTimes(1));
    element.page = { ...module };
    await element.updateComplete;
    await new Promise(resolve => setTimeout(resolve));
    expect(mount).toHaveBeenCalledTimes(1);
    element.page = { ...module, src: '/plugins/acme.report/@2/page.js' };
    await vi.waitFor(() => expect(mount).toHaveBeenCalledTimes(2));
    expect(unmount).toHaveBeenCalledOnce();
  });

  it('comes back when its plugin does', async () => {
    const mount = vi.fn();
    const element = show(module, mount);
    await vi.waitFor(() => expect(mount).toHaveBeenCalledTimes(1));
    element.remove();
    document.body.append(element);
    await vi.waitFor(() => expect(mount).toHaveBeenCalledTimes(2));
  });

  it.each([
    ['cannot be loaded', undefined, 'Its module could not be loaded: 404'],
    ['throws', () => { throw new Error('no table'); }, 'no table'],
    ['fails later', () => Promise.reject(new Error('no rows')), 'no rows'],
  ])('that %s says so and leaves the rest alone', async (_what, mount, problem) => {
    const element = show(module, mount);
    await vi.waitFor(() => expect(element.querySelector('la-empty')?.getAttribute('hint')).toBe(problem));
    expect(element.querySelector('la-empty a')!.getAttribute('href')).toBe('#/plugins');
    expect(element.querySelector('.plugin-root')!.hasAttribute('hidden')).toBe(true);
    expect(element.querySelector('[aria-busy]')).toBeNull();
  });

  it('shows that it loads until it is there', async () => {
    let finish: () => void = () => undefined;
    const element = show(module, () => new Promise<void>(resolve => { finish = resolve; }));
    await vi.waitFor(() => expect(element.querySelector('[aria-busy]')).not.toBeNull());
    finish();
    await vi.waitFor(() => expect(element.querySelector('[aria-busy]')).toBeNull());
  });

  it('of another origin is not loaded', async () => {
    const mount = vi.fn();
    const element = show({ ...module, src: 'https://evil.example/page.js' }, mount);
    await vi.waitFor(() => expect(element.querySelector('la-empty')).not.toBeNull());
    expect(mount).not.toHaveBeenCalled();
  });
});

describe('a fragment page', () => {
  it('is shown without what could act', async () => {
    const element = show(fragment);
    await vi.waitFor(() => expect(shadow(element).querySelector('la-card p')?.textContent).toBe('Text'));
    expect(shadow(element).querySelector('script, [onclick]')).toBeNull();
    expect(calls[0]!.address).toBe('/api/v1/pages/acme/fragment?version=1');
  });

  it('says what the server says when its plugin fails', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"error":"plugin_failed","detail":"The plugin acme.report failed."}', { status: 502 })));
    const element = show(fragment);
    await vi.waitFor(() => expect(element.querySelector('la-empty')?.getAttribute('hint')).toBe('The plugin acme.report failed.'));
  });
});

it('a locked page says what unlocks it', async () => {
  const element = show({ ...module, locked: true, locked_description: 'A plugin unlocks it.' });
  await vi.waitFor(() => expect(text(element)).toContain('Open the settings'));
  expect(element.querySelector('la-empty')!.getAttribute('hint')).toBe('A plugin unlocks it.');
});
