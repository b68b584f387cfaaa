import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../src/elements/index.js';
import type { LaTable } from '../src/elements/la-table.js';
import { cleanFragment } from '../src/pages/fragment.js';
import { findingDetail } from '../src/pages/finding-detail.js';
import { useTitles } from '../src/format/titles.js';
import { render } from 'lit';
import type { Finding } from '../src/api/types.js';

const hostile = '<script>window.broken=1</script><img src=x onerror="window.broken=1">';

afterEach(() => document.body.replaceChildren());

async function table(properties: Partial<LaTable>): Promise<LaTable> {
  const element = Object.assign(document.createElement('la-table'), properties);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const rows = [{ id: 1, name: 'b', hits: 20 }, { id: 2, name: 'a', hits: 3 }, { id: 3, name: hostile, hits: 100 }];
const columns = [{ key: 'name', label: 'Name', sortable: true }, { key: 'hits', label: 'Hits', kind: 'number', sortable: true }] as never;
const cells = (element: LaTable): string[] => [...element.shadowRoot!.querySelectorAll('tbody tr')].map(row => row.querySelector('td')!.textContent!.trim());

describe('la-table', () => {
  it('shows whatever it is given as text', async () => {
    const element = await table({ columns, rows });
    expect(cells(element)[2]).toBe(hostile);
    expect(element.shadowRoot!.querySelector('img, script')).toBeNull();
  });

  it('cuts no text of a column that wraps', async () => {
    const element = await table({ columns: [{ key: 'name', label: 'Name', wraps: true }, { key: 'hits', label: 'Hits' }] as never, rows });
    expect([...element.shadowRoot!.querySelectorAll('tbody tr:first-child td')].map(cell => cell.classList.contains('free'))).toEqual([true, false]);
  });

  it('sorts numbers as numbers', async () => {
    const element = await table({ columns, rows });
    element.shadowRoot!.querySelectorAll<HTMLButtonElement>('th button')[1]!.click();
    await element.updateComplete;
    expect(cells(element)).toEqual([hostile, 'b', 'a']);
  });

  it('keeps places while it loads and says what to do when it is empty', async () => {
    const element = await table({ columns, rows: undefined, placeholders: 4 });
    expect(element.shadowRoot!.querySelectorAll('.skeleton')).toHaveLength(8);
    element.rows = [];
    element.emptyHint = 'Add one.';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('la-empty')!.getAttribute('hint')).toBe('Add one.');
  });

  it('is walked with arrow keys and opened with Enter', async () => {
    const element = await table({ columns, rows, opens: true });
    const opened: unknown[] = [];
    element.addEventListener('la-row', event => opened.push((event as CustomEvent<{ row: { id: number } }>).detail.row.id));
    const press = async (key: string): Promise<void> => {
      element.shadowRoot!.querySelector('tr[tabindex="0"]')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await element.updateComplete;
    };
    await press('ArrowDown');
    await press('Enter');
    await press('End');
    await press('Enter');
    await press('ArrowDown');
    await press('Enter');
    expect(opened).toEqual([2, 3, 3]);
  });

  it('reads columns and rows from attributes, as a fragment has them', async () => {
    vi.stubGlobal('fetch', (address: string) => Promise.resolve(new Response(JSON.stringify({ rows: [{ id: 1, name: address }] }))));
    document.body.innerHTML = `<la-table src="/api/v1/plugins/x/rows" columns='[{"key":"name","label":"Name"}]'></la-table>`;
    const element = document.querySelector('la-table')!;
    await vi.waitFor(() => expect(cells(element)).toEqual(['/api/v1/plugins/x/rows']));
    vi.unstubAllGlobals();
  });
});

describe('la-badge', () => {
  it.each([['severity', 'critical', 'rect.on', 4], ['severity', 'info', 'rect.on', 1], ['action', 'block', 'svg', 1], ['state', 'active', 'circle', 1]])('says %s %s with a shape and a word', async (kind, value, selector, amount) => {
    const element = Object.assign(document.createElement('la-badge'), { kind: kind as 'severity', value });
    document.body.append(element);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll(selector)).toHaveLength(amount);
    expect(element.shadowRoot!.textContent!.toLowerCase()).toContain(value);
  });
});

describe('la-time', () => {
  it('has the exact time on hover', async () => {
    const element = Object.assign(document.createElement('la-time'), { value: new Date(Date.now() - 120_000).toISOString() });
    document.body.append(element);
    await element.updateComplete;
    const time = element.shadowRoot!.querySelector('time')!;
    expect(time.textContent).toBe('2 min ago');
    expect(time.title).toMatch(/\d{2}:\d{2}:\d{2}/);
  });
});

describe('a finding in detail', () => {
  let host: HTMLElement;
  beforeEach(() => {
    host = document.createElement('div');
    document.body.append(host);
  });

  const finding: Finding = { id: 1, timestamp: '2026-03-16T12:00:00Z', detector: 'secrets', finding_type: 'aws_access_key', severity: 'critical', location: hostile, action_taken: 'block', verdict: 'likely_live', value_preview: 'AKIA****', context: `key = AKIA**** ${hostile}`, decode_chain: ['url', 'base64'], client_name: 'claude_code', provider: 'anthropic', working_directory: '/src/shop', session_id: 's/1', model: hostile };

  it('says in a sentence which tool, what, from where, and what became of it', () => {
    render(findingDetail({ finding, problem: '', isAdmin: true, close: () => undefined }), host);
    const text = host.textContent!.replace(/\s+/g, ' ');
    expect(text).toContain('Claude Code put a value of type AWS access key from shop into a request to Anthropic. LumenArgus blocked the request');
    expect(host.querySelector('mark')!.textContent).toBe('AKIA****');
    expect([...host.querySelectorAll('.chain span')].map(span => span.textContent)).toEqual(['As sent', 'URL', 'Base64', 'Match']);
    expect(host.querySelector('a[href="#/sessions/s%2F1"]')).not.toBeNull();
  });

  it('calls what was found by the title of its rule, and names the rule', () => {
    useTitles({ aws_access_key: 'Key of an AWS account' });
    render(findingDetail({ finding, problem: '', isAdmin: true, close: () => undefined }), host);
    useTitles({});
    expect(host.querySelector('h2')!.textContent).toBe('Key of an AWS account');
    expect([...host.querySelectorAll('dd code')].map(code => code.textContent)).toContain('aws_access_key');
  });

  it('shows markup in its values as text', () => {
    render(findingDetail({ finding, problem: '', isAdmin: true, close: () => undefined }), host);
    expect(host.querySelector('script, img')).toBeNull();
    expect(host.textContent).toContain(hostile);
  });

  it('offers a viewer nothing to change', () => {
    render(findingDetail({ finding, problem: '', isAdmin: false, close: () => undefined }), host);
    expect(host.textContent).not.toContain('Allow this value');
  });
});

describe('cleanFragment', () => {
  it('keeps host elements and text, drops what could act', () => {
    const host = document.createElement('div');
    host.append(cleanFragment(`<la-card heading="x"><p onclick="a()">Text</p></la-card><script>1</script><img src=x onerror=1><a href="javascript:alert(1)">a</a><a href="#/findings">b</a><embed src="/"><form action="https://e.example/"></form><style>*{}</style>`));
    expect(host.querySelector('la-card p')!.textContent).toBe('Text');
    expect(host.querySelector('script, embed, style, [onclick], [onerror]')).toBeNull();
    expect([...host.querySelectorAll('a')].map(link => link.getAttribute('href'))).toEqual([null, '#/findings']);
  });
});
