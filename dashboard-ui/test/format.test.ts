import { describe, expect, it } from 'vitest';
import { typeTitle, useTitles } from '../src/format/titles.js';
import { label, outcome, projectName } from '../src/format/labels.js';
import { bytes, microseconds, milliseconds, plural, shortCount } from '../src/format/numbers.js';
import { parseTime, relativeTime, spanOfSeconds } from '../src/format/time.js';

describe('titles', () => {
  it('are those of the rules, else the name in words', () => {
    expect(useTitles({ generic_value_below: 'Credential a line behind its name' })).toBe(true);
    expect(useTitles({ generic_value_below: 'Credential a line behind its name' })).toBe(false);
    expect(typeTitle('generic_value_below')).toBe('Credential a line behind its name');
    expect([typeTitle('aws_access_key'), typeTitle('constructor'), typeTitle(undefined)]).toEqual(['AWS access key', 'Constructor', '']);
    useTitles({});
  });
});

describe('labels', () => {
  it.each([['aws_access_key', 'AWS access key'], ['claude_code', 'Claude Code'], ['third party', 'Third party'], ['', ''], ['<b>x</b>', '<b>x</b>'], ['GPT thing', 'GPT thing']])('writes %s as people do', (name, expected) => {
    expect(label(name)).toBe(expected);
  });

  it.each([['/home/a/src/shop', 'shop'], ['/home/a/src/shop/', 'shop'], ['C:\\code\\billing', 'billing'], ['', ''], [undefined, '']])('names the project of %s', (folder, expected) => {
    expect(projectName(folder)).toBe(expected);
  });

  it('says for every action whether the value left', () => {
    expect(outcome('block')).toContain('nothing of it left');
    expect(outcome('alert')).toContain('reached the provider');
    expect(outcome('something_new')).toContain('something_new');
  });
});

describe('numbers', () => {
  it('is exact while small and short when large', () => {
    expect(shortCount(9999)).toBe('9,999');
    expect(shortCount(1_000_000)).toBe('1M');
    expect(shortCount(undefined)).toBe('–');
    expect(plural(1, 'finding')).toBe('1 finding');
    expect(plural(0, 'finding')).toBe('0 findings');
  });

  it('chooses the unit', () => {
    expect(bytes(999)).toBe('999 B');
    expect(bytes(1234)).toBe('1.2 kB');
    expect(bytes(52_428_800)).toBe('52 MB');
    expect(microseconds(410)).toBe('410 µs');
    expect(microseconds(3900)).toBe('3.9 ms');
    expect(milliseconds(0.21)).toBe('210 µs');
    expect(milliseconds(8120)).toBe('8.1 s');
  });
});

describe('time', () => {
  const now = Date.parse('2026-03-16T12:00:00Z');

  it.each([[1, 'now'], [42, '42 s ago'], [119, '1 min ago'], [7300, '2 h ago'], [90_000, '1 d ago'], [-1700, 'in 28 min']])('tells %i seconds', (seconds, expected) => {
    expect(relativeTime(new Date(now - seconds * 1000), now)).toBe(expected);
  });

  it('reads RFC 3339 and seconds, and refuses the rest', () => {
    expect(parseTime('2026-03-16T12:00:00.123Z')?.getTime()).toBe(now + 123);
    expect(parseTime(now / 1000)?.getTime()).toBe(now);
    expect(parseTime('yesterday')).toBeNull();
    expect(parseTime(null)).toBeNull();
    expect(spanOfSeconds(93_612)).toBe('1 d 2 h');
  });
});
