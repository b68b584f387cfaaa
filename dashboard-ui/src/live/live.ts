import { EventReader } from './event-reader.js';

export type LiveState = 'off' | 'connecting' | 'live' | 'reconnecting' | 'paused';
type Handler = (data: Record<string, unknown>, name: string) => void;

// The server says something every 5 seconds; three times that without a byte is a dead connection.
const silenceLimit = 16_000;
// A hidden tab gives its connection back (a browser has six for one server) and catches up by Last-Event-ID when it is looked at again.
const hiddenLimit = 20_000;

/** The one connection to /api/v1/live: reconnects with back-off, replays what was missed, tells its state. */
export class Live {
  state: LiveState = 'off';
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly watchers = new Set<(state: LiveState) => void>();
  private lastId = '';
  private attempt = 0;
  private abort: AbortController | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  private isWanted = false;
  private isPaused = false;
  private isHidden = false;

  constructor(private readonly address = '/api/v1/live', private readonly random: () => number = Math.random) {
    document.addEventListener('visibilitychange', () => this.onVisibility());
    addEventListener('online', () => this.retryNow());
    // A page that the browser keeps for "back" would keep its connection too.
    addEventListener('pagehide', () => this.rest());
    addEventListener('pageshow', () => this.wake());
  }

  on(event: string, handler: Handler): () => void {
    const set = this.handlers.get(event) ?? new Set();
    set.add(handler);
    this.handlers.set(event, set);
    return () => set.delete(handler);
  }

  watch(watcher: (state: LiveState) => void): () => void {
    this.watchers.add(watcher);
    watcher(this.state);
    return () => this.watchers.delete(watcher);
  }

  start(): void {
    if (!this.isWanted) {
      this.isWanted = true;
      this.connect();
    }
  }

  stop(): void {
    this.isWanted = false;
    this.isPaused = false;
    this.lastId = '';
    this.close();
    this.tell('off');
  }

  pause(): void {
    this.isPaused = true;
    this.close();
    this.tell('paused');
  }

  resume(): void {
    if (this.isPaused) {
      this.isPaused = false;
      this.attempt = 0;
      this.connect();
    }
  }

  retryNow(): void {
    if (this.state === 'reconnecting') {
      this.attempt = 0;
      this.connect();
    }
  }

  /** Milliseconds until attempt n: 0.5 s doubled up to 15 s, spread so that many tabs do not come back at once. */
  delay(attempt: number): number {
    const full = Math.min(15_000, 500 * 2 ** Math.min(attempt, 10));
    return full / 2 + (this.random() * full) / 2;
  }

  private connect(): void {
    if (!this.isWanted || this.isPaused || this.isHidden) {
      return;
    }
    this.close();
    this.tell(this.state === 'off' || this.state === 'paused' ? 'connecting' : 'reconnecting');
    const abort = new AbortController();
    this.abort = abort;
    void this.run(abort).catch(() => undefined).finally(() => {
      if (this.abort === abort) {
        this.again();
      }
    });
  }

  private async run(abort: AbortController): Promise<void> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (this.lastId !== '') {
      headers['Last-Event-ID'] = this.lastId;
    }
    this.listenForSilence(abort);
    const response = await fetch(this.address, { headers, signal: abort.signal, cache: 'no-store', credentials: 'same-origin' });
    if (response.status === 401) {
      this.isWanted = false;
      this.dispatch('signed-out', {});
      return;
    }
    if (!response.ok || response.body === null) {
      throw new Error(`live: ${response.status}`);
    }
    this.attempt = 0;
    this.tell('live');
    const reader = new EventReader(event => {
      if (event.id !== '') {
        this.lastId = event.id;
      }
      let data: unknown = {};
      try {
        data = JSON.parse(event.data);
      } catch {
        // An event without JSON still counts as an event.
      }
      this.dispatch(event.name, (data ?? {}) as Record<string, unknown>);
    });
    const stream = response.body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await stream.read();
      if (done) {
        return;
      }
      this.listenForSilence(abort);
      reader.push(decoder.decode(value, { stream: true }));
    }
  }

  private dispatch(name: string, data: Record<string, unknown>): void {
    for (const key of [name, '*']) {
      for (const handler of this.handlers.get(key) ?? []) {
        try {
          handler(data, name);
        } catch (error) {
          console.error(error);
        }
      }
    }
  }

  private listenForSilence(abort: AbortController): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => abort.abort(), silenceLimit);
  }

  private again(): void {
    this.abort = null;
    if (!this.isWanted || this.isPaused || this.isHidden) {
      return;
    }
    this.tell('reconnecting');
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.connect(), this.delay(this.attempt++));
  }

  private close(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.silenceTimer);
    const abort = this.abort;
    this.abort = null;
    abort?.abort();
  }

  private tell(state: LiveState): void {
    if (state !== this.state) {
      this.state = state;
      for (const watcher of this.watchers) {
        watcher(state);
      }
    }
  }

  private onVisibility(): void {
    clearTimeout(this.hiddenTimer);
    if (document.hidden) {
      this.hiddenTimer = setTimeout(() => this.rest(), hiddenLimit);
    } else {
      this.wake();
    }
  }

  private rest(): void {
    this.isHidden = true;
    this.close();
  }

  private wake(): void {
    if (this.isHidden) {
      this.isHidden = false;
      this.connect();
    }
  }
}

export const live = new Live();
