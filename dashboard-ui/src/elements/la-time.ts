import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { exactTime, parseTime, relativeTime } from '../format/time.js';

// One clock for all times on the page; it stands still when there is none.
const shown = new Set<LaTime>();
let clock: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  if (!document.hidden) {
    for (const element of shown) {
      element.tick();
    }
  }
}

/** A time as "3 min ago", with the exact one on hover. Attribute `value`: RFC 3339 or seconds since 1970. */
@customElement('la-time')
export class LaTime extends LitElement {
  static override styles = css`
    :host { white-space: nowrap; font-variant-numeric: tabular-nums; }
  `;

  @property() value: string | number | null = null;
  @property() none = '–';
  private text = '';

  override connectedCallback(): void {
    super.connectedCallback();
    shown.add(this);
    clock ??= setInterval(tick, 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown.delete(this);
    if (shown.size === 0) {
      clearInterval(clock);
      clock = undefined;
    }
  }

  /** Draws again only when the words change. */
  tick(): void {
    const date = this.date();
    if (date !== null && relativeTime(date, Date.now()) !== this.text) {
      this.requestUpdate();
    }
  }

  override render() {
    const date = this.date();
    if (date === null) {
      return this.none;
    }
    this.text = relativeTime(date, Date.now());
    return html`<time datetime=${date.toISOString()} title=${exactTime(date)}>${this.text}</time>`;
  }

  private date(): Date | null {
    const value = typeof this.value === 'string' && /^\d+(\.\d+)?$/.test(this.value) ? Number(this.value) : this.value;
    return parseTime(value);
  }
}
