export interface ServerEvent { id: string; name: string; data: string }

/** Takes an event stream apart as it arrives, whatever the chunks. Fields and line ends as in the HTML standard. */
export class EventReader {
  private rest = '';
  private data: string[] = [];
  private name = '';
  private id = '';
  retry: number | null = null;

  constructor(private readonly emit: (event: ServerEvent) => void) {}

  push(text: string): void {
    this.rest += text;
    let start = 0;
    for (;;) {
      const at = this.nextBreak(start);
      if (at < 0) {
        break;
      }
      this.line(this.rest.slice(start, at));
      start = at + (this.rest.startsWith('\r\n', at) ? 2 : 1);
    }
    this.rest = this.rest.slice(start);
  }

  private nextBreak(start: number): number {
    for (let at = start; at < this.rest.length; at++) {
      const character = this.rest[at];
      // A final CR may be half of CRLF: wait for the next chunk.
      if (character === '\n' || (character === '\r' && at + 1 < this.rest.length)) {
        return at;
      }
    }
    return -1;
  }

  private line(line: string): void {
    if (line === '') {
      if (this.data.length > 0) {
        this.emit({ id: this.id, name: this.name === '' ? 'message' : this.name, data: this.data.join('\n') });
      }
      this.data = [];
      this.name = '';
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) {
      return;
    }
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (field === 'data') {
      this.data.push(value);
    } else if (field === 'event') {
      this.name = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.id = value;
    } else if (field === 'retry' && /^\d+$/.test(value)) {
      this.retry = Number(value);
    }
  }
}
