import { describe, expect, it, vi } from 'vitest';
import { counts, problemText } from '../src/api/types.js';
import { send, withQuery } from '../src/api/http.js';
import { findingsHash, keyOf, parseRoute, routeHash, sessionHash } from '../src/app/route.js';
import { entries, withPlugins } from '../src/app/pages.js';
import { stacked } from '../src/elements/la-chart.js';
import { listIn } from '../src/elements/la-table.js';
import { auditHint } from '../src/pages/audit.js';
import { ruleSource } from '../src/format/rule-source.js';
import { parseLine } from '../src/pages/logs.js';
import { read } from '../src/pages/notifications.js';
import { controlOf } from '../src/pages/settings.js';
import { tagsOf } from '../src/pages/rule-form.js';
import type { Rule } from '../src/api/types.js';

describe('route', () => {
  it('comes back as it went', () => {
    const hash = routeHash('findings', [42, 'a/b'], { q: 'x&y=<z>', severity: '', before: 0 });
    const route = parseRoute(hash);
    expect(route.page).toBe('findings');
    expect(route.rest).toEqual(['42', 'a/b']);
    expect(route.query.get('q')).toBe('x&y=<z>');
    expect(route.query.has('severity')).toBe(false);
  });

  it('of a conversation tells callers with the same identifier apart', () => {
    const keys = ['ab12', ''].map(key => parseRoute(sessionHash({ session_id: 's/1', api_key_hash: key })));
    expect(keys.map(route => route.rest[0])).toEqual(['s/1', 's/1']);
    expect(keys.map(keyOf)).toEqual(['ab12', '']);
    expect(keyOf(parseRoute(sessionHash({ session_id: 's/1' })))).toBeUndefined();
  });

  it('of the findings of a conversation names the key, also where there was none', () => {
    const filters = ['ab12', ''].map(key => parseRoute(findingsHash({ session_id: 's/1', api_key_hash: key })).query);
    expect(filters.map(query => [query.get('session_id'), query.get('api_key_hash')])).toEqual([['s/1', 'ab12'], ['s/1', '']]);
    expect(filters.map(query => withQuery('/findings', query))).toEqual(['/findings?session_id=s%2F1&api_key_hash=ab12', '/findings?session_id=s%2F1&api_key_hash=']);
    expect(parseRoute(findingsHash({ session_id: 's/1' })).query.has('api_key_hash')).toBe(false);
  });

  it('begins with the overview and survives a broken escape', () => {
    expect(parseRoute('').page).toBe('overview');
    expect(parseRoute('#/findings/%E0%A4%A').rest).toEqual(['%E0%A4%A']);
  });
});

describe('what comes over the wire', () => {
  it('takes counts in both forms', () => {
    expect(counts({ low: 1, high: 3 })).toEqual([{ value: 'high', count: 3 }, { value: 'low', count: 1 }]);
    expect(counts([{ working_directory: '/a', finding_count: 2 }, { type: 'b', count: 5 }])).toEqual([{ value: '/a', count: 2 }, { value: 'b', count: 5 }]);
    expect(counts(null)).toEqual([]);
  });

  it('finds the list in an answer', () => {
    expect(listIn({ total: 1, rows: [{ id: 1 }] })).toEqual([{ id: 1 }]);
    expect(listIn([{ id: 2 }])).toEqual([{ id: 2 }]);
    expect(listIn('nothing')).toEqual([]);
  });

  it('leaves empty filters out of the address', () => {
    expect(withQuery('/findings', { q: '', limit: 50, before: null, action: 'block' })).toBe('/findings?limit=50&action=block');
  });

  it('says why a setting was refused', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"applied":[],"errors":[{"key":"proxy.timeout","error":"must be 1..300"}]}', { status: 400 })));
    await expect(send('PUT', '/config', { 'proxy.timeout': 0 })).rejects.toThrow('proxy.timeout must be 1..300');
    vi.unstubAllGlobals();
  });

  it('tells a problem of the configuration with its place', () => {
    expect(problemText({ file: 'config.yaml', line: 14, key: 'proxy.port', message: 'must be a number' })).toBe('config.yaml:14 proxy.port must be a number');
    expect(problemText('plain')).toBe('plain');
  });

  it('takes a log line apart and keeps one it does not know', () => {
    expect(parseLine('2026-03-16 14:30:00.123 INFO  [argus.proxy] hello [x]')).toEqual({ time: '2026-03-16 14:30:00.123', level: 'INFO', source: 'argus.proxy', text: 'hello [x]' });
    expect(parseLine('   at Something()').text).toBe('   at Something()');
  });

  it('names the plugin that brings a rule, or says that it is custom', () => {
    expect(ruleSource({ source: 'import', plugin: 'acme.tokens' })).toBe('acme.tokens');
    expect(ruleSource({ source: 'import', plugin: '' })).toBe('Rule file');
    expect(ruleSource({ source: 'yaml' })).toBe('Custom, in config.yaml');
    expect(ruleSource({ source: 'dashboard' })).toBe('Custom');
  });

  it('says of the audit that it is chained only where it is', () => {
    expect(auditHint(true)).toContain('hash of the one before');
    expect(auditHint(false)).toContain('With audit.hash_chain: true');
    expect(auditHint(undefined)).toBe('One line for each decision.');
  });

  it('reads tags as a list and as its text', () => {
    expect(tagsOf({ tags: ['a'] } as Rule)).toEqual(['a']);
    expect(tagsOf({ tags: '["a","b"]' } as Rule)).toEqual(['a', 'b']);
    expect(tagsOf({ tags: 'broken' } as Rule)).toEqual([]);
  });

  it('makes a channel from the form of its type', () => {
    const form = new FormData();
    for (const [name, value] of [['name', ' mail '], ['config.smtp_port', '587'], ['config.to', ''], ['config.use_tls', 'on'], ['events', 'block'], ['events', 'alert'], ['min_severity', 'high']] as const) {
      form.append(name, value);
    }
    const fields = { smtp_port: { label: '', type: 'number' }, to: { label: '' }, use_tls: { label: '', type: 'boolean' }, other: { label: '', type: 'boolean' } };
    expect(read(form, fields, 'email')).toEqual({ name: 'mail', type: 'email', config: { smtp_port: 587, use_tls: true, other: false }, events: ['block', 'alert'], min_severity: 'high' });
    expect(read(form, fields, 'email', true).config).toEqual({ smtp_port: 587, to: null, use_tls: true, other: false });
  });
});

describe('pages of plugins', () => {
  const page = { id: 'enrollment', label: 'Enrolment', order: 80, kind: 'module' as const, locked: true };

  it('stand in order, locked until a plugin brings the page', () => {
    const all = withPlugins(entries, [page, { ...page, id: 'analysis', order: 35, locked: false, group: 'protect' }]);
    expect(all.map(entry => entry.order)).toEqual([...all.map(entry => entry.order)].sort((a, b) => a - b));
    expect(all.find(entry => entry.id === 'enrollment')?.locked).toBe(true);
    expect(all.find(entry => entry.id === 'analysis')?.group).toBe('Protect');
    expect(withPlugins(entries, [page, { ...page, locked: false }]).find(entry => entry.id === 'enrollment')?.locked).toBe(false);
  });

  it('cannot replace a page of the product', () => {
    expect(withPlugins(entries, [{ ...page, id: 'findings', locked: false }]).find(entry => entry.id === 'findings')?.plugin).toBeUndefined();
  });

  it('have one letter each to jump to', () => {
    const letters = entries.map(entry => entry.jump);
    expect(new Set(letters).size).toBe(letters.length);
  });
});

it('stacks series on each other', () => {
  expect(stacked([[1, 2], [3, null], [0, 4]])).toEqual([[1, 2], [4, 2], [4, 6]]);
});

describe('settings', () => {
  it('offers a control only where the server takes a change, and by what the value is', () => {
    const config = { editable_keys: ['proxy.timeout', 'detectors.pii.enabled', 'detectors.pii.action', 'proxy.name'] };
    expect(controlOf('proxy.timeout', 120, config)).toMatchObject({ kind: 'number', max: 300 });
    expect(controlOf('detectors.pii.enabled', true, config)).toMatchObject({ kind: 'choice', values: ['true', 'false'] });
    expect(controlOf('detectors.pii.action', '', config)?.values).toContain('block');
    expect(controlOf('proxy.name', 'x', config)).toEqual({ kind: 'text' });
    expect(controlOf('proxy.port', 8080, config)).toBeUndefined();
    expect(controlOf('proxy.port', 8080, {})).toMatchObject({ kind: 'number' });
  });
});
