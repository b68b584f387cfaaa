import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventReader, type ServerEvent } from '../src/live/event-reader.js';
import { Live, type LiveState } from '../src/live/live.js';

describe('EventReader', () => {
  const text = ': hello\n\nid: e-1\nevent: finding\ndata: {"a":\ndata: 1}\n\nid: e-2\r\ndata:x\r\n\r\nretry: 50\n\nevent: nothing\n\n';
  const expected: ServerEvent[] = [{ id: 'e-1', name: 'finding', data: '{"a":\n1}' }, { id: 'e-2', name: 'message', data: 'x' }];

  it.each([1, 2, 3, 7, 1000])('reads the same in pieces of %i', size => {
    const events: ServerEvent[] = [];
    const reader = new EventReader(event => events.push(event));
    for (let at = 0; at < text.length; at += size) {
      reader.push(text.slice(at, at + size));
    }
    expect(events).toEqual(expected);
    expect(reader.retry).toBe(50);
  });
});

/** A server of events whose answers the test writes by hand. */
class Wire {
  requests: { headers: Record<string, string>; push: (text: string) => void; end: () => void; signal: AbortSignal }[] = [];
  status = 200;

  fetch = (_: string, init: RequestInit): Promise<Response> => {
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: given => { controller = given; } });
    init.signal!.addEventListener('abort', () => { try { controller.error(new DOMException('aborted', 'AbortError')); } catch { /* ended already */ } });
    this.requests.push({ headers: init.headers as Record<string, string>, push: text => controller.enqueue(new TextEncoder().encode(text)), end: () => controller.close(), signal: init.signal! });
    return Promise.resolve(this.status === 200 ? new Response(body) : new Response(null, { status: this.status }));
  };
}

describe('Live', () => {
  let wire: Wire;
  let live: Live;
  let states: LiveState[];

  beforeEach(() => {
    vi.useFakeTimers();
    wire = new Wire();
    vi.stubGlobal('fetch', wire.fetch);
    live = new Live('/live', () => 1);
    states = [];
    live.watch(state => states.push(state));
  });

  afterEach(() => {
    live.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1);

  it('tells its state and hands events on', async () => {
    const seen: unknown[] = [];
    live.on('finding', data => seen.push(data));
    live.start();
    await settle();
    wire.requests[0]!.push('id: e-1\nevent: finding\ndata: {"id":7}\n\n');
    await settle();
    expect(states).toEqual(['off', 'connecting', 'live']);
    expect(seen).toEqual([{ id: 7 }]);
  });

  it('comes back after a break and asks for what it missed', async () => {
    live.start();
    await settle();
    wire.requests[0]!.push('id: e-41\nevent: scan\ndata: {}\n\n');
    await settle();
    wire.requests[0]!.end();
    await settle();
    expect(live.state).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(600);
    expect(wire.requests).toHaveLength(2);
    expect(wire.requests[1]!.headers['Last-Event-ID']).toBe('e-41');
    expect(live.state).toBe('live');
  });

  it('waits longer each time, up to a limit', () => {
    expect([0, 1, 2, 3, 9, 50].map(attempt => live.delay(attempt))).toEqual([500, 1000, 2000, 4000, 15_000, 15_000]);
  });

  it('takes silence for a dead connection', async () => {
    live.start();
    await settle();
    await vi.advanceTimersByTimeAsync(15_900);
    expect(live.state).toBe('live');
    await vi.advanceTimersByTimeAsync(200);
    expect(live.state).toBe('reconnecting');
    expect(wire.requests[0]!.signal.aborted).toBe(true);
  });

  it('pauses without losing its place', async () => {
    live.start();
    await settle();
    wire.requests[0]!.push('id: e-5\ndata: {}\n\n');
    await settle();
    live.pause();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wire.requests).toHaveLength(1);
    expect(live.state).toBe('paused');
    live.resume();
    await settle();
    expect(wire.requests[1]!.headers['Last-Event-ID']).toBe('e-5');
  });

  it('gives its connection back with a page that is kept for later, and comes back with it', async () => {
    live.start();
    await settle();
    wire.requests[0]!.push('id: e-0\nevent: connected\ndata: {}\n\n');
    await settle();
    dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(wire.requests.map(request => request.signal.aborted)).toEqual([true]);
    dispatchEvent(new Event('pageshow'));
    await settle();
    expect(wire.requests[1]!.headers['Last-Event-ID']).toBe('e-0');
  });

  it('is live for who signs in again after a pause', async () => {
    live.start();
    live.pause();
    live.stop();
    live.start();
    await settle();
    expect(live.state).toBe('live');
  });

  it('stops and says so when the session is over', async () => {
    let isOut = false;
    live.on('signed-out', () => { isOut = true; });
    wire.status = 401;
    live.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isOut).toBe(true);
    expect(wire.requests).toHaveLength(1);
  });

  it('goes on when a handler throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const seen: string[] = [];
    live.on('scan', () => { throw new Error('broken'); });
    live.on('scan', () => seen.push('second'));
    live.start();
    await settle();
    wire.requests[0]!.push('event: scan\ndata: {}\n\n');
    await settle();
    expect(seen).toEqual(['second']);
  });
});
