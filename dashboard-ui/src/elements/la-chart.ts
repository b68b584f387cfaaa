import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type uPlot from 'uplot';
import { get, messageOf } from '../api/http.js';
import { onTheme } from '../app/theme.js';
import { count } from '../format/numbers.js';
import { sharedStyles } from './shared-styles.js';
import { uplotStyles } from './uplot-styles.js';

export interface Series { label: string; values: (number | null)[]; /** A token: block, redact, alert, log, critical, accent, ... */ color?: string }
export interface ChartData { /** Seconds since 1970, or texts for categories. */ x: (number | string)[]; series: Series[] }

/**
 * Bars (stacked) or lines over time. Property `data`, or attribute `src` (below /api/v1, answers {x, series}). Attributes: `type` (bars, line), `height`, `label`.
 */
@customElement('la-chart')
export class LaChart extends LitElement {
  static override styles = [sharedStyles, uplotStyles, css`
    :host { display: block; min-width: 0; position: relative; }
    .plot { min-width: 0; overflow: hidden; }
    .legend { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: var(--la-size-small); color: var(--la-muted); min-height: 18px; }
    .legend span { display: inline-flex; align-items: center; gap: 5px; }
    .legend b { font-weight: 500; color: var(--la-text); font-variant-numeric: tabular-nums; }
    i { width: 9px; height: 9px; border-radius: 2px; display: inline-block; }
  `];

  @property({ attribute: false }) data: ChartData | undefined;
  @property() src = '';
  @property() type: 'bars' | 'line' = 'bars';
  @property({ type: Number }) height = 180;
  @property() label = 'Chart';
  @state() private at: number | null = null;
  @state() private problem = '';
  private plot: uPlot | null = null;
  private observer: ResizeObserver | null = null;
  private stopTheme: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopTheme = onTheme(() => void this.draw());
    this.observer = new ResizeObserver(() => this.plot?.setSize({ width: Math.max(120, this.clientWidth), height: this.height }));
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopTheme?.();
    this.observer?.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }

  override render() {
    const data = this.data;
    const total = (series: Series): number => series.values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    const when = this.at !== null && data ? this.nameOf(data.x[this.at]) : '';
    return html`
      <div class="legend" aria-hidden="true">${data?.series.map(series => html`<span><i style="background:${token(series.color)}"></i>${series.label}
        <b>${count(this.at === null ? total(series) : (series.values[this.at] ?? 0))}</b></span>`) ?? nothing}<span>${when}</span></div>
      ${this.problem === '' ? nothing : html`<p class="muted">${this.problem}</p>`}
      <div class="plot" role="img" aria-label="${this.label}: ${data ? data.series.map(series => `${series.label} ${total(series)}`).join(', ') : 'loading'}" style="height:${this.height}px"></div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('src') && this.src !== '') {
      void get<ChartData>(this.src.replace(/^\/api\/v1/, '')).then(
        data => { this.data = data; },
        (error: unknown) => { this.problem = messageOf(error); });
    }
    if (changed.has('data') || changed.has('type')) {
      void this.draw();
    }
  }

  private async draw(): Promise<void> {
    const data = this.data;
    const { default: Plot } = await import('uplot');
    const target = this.shadowRoot?.querySelector<HTMLElement>('.plot');
    if (!data || !target || data !== this.data || !this.isConnected) {
      return;
    }
    this.plot?.destroy();
    const isStacked = this.type === 'bars' && data.series.length > 1;
    const positions = data.x.map((value, index) => (typeof value === 'number' ? value : index));
    const heights = isStacked ? stacked(data.series.map(series => series.values)) : data.series.map(series => series.values);
    const categories = data.x.some(value => typeof value === 'string');
    const line = this.resolve('var(--la-line)');
    const muted = this.resolve('var(--la-muted)');
    const font = `11px ${getComputedStyle(this).fontFamily}`;
    // The tallest bar is drawn first, so that each shorter one covers its foot.
    const order = data.series.map((_, index) => index).reverse();
    this.plot = new Plot({
      width: Math.max(120, this.clientWidth), height: this.height, padding: [10, 24, 0, 0],
      cursor: { y: false, points: { show: this.type === 'line' }, drag: { x: false, y: false } },
      legend: { show: false },
      scales: { x: { time: !categories, range: (_, low, high) => bounds(low, high, positions, this.type) }, y: { range: (_, __, high) => [0, Math.max(4, (high ?? 0) * 1.08)] } },
      axes: [
        { stroke: muted, font, grid: { show: false }, ticks: { show: false }, gap: 4, size: 24, space: 64,
          ...(categories ? { values: (_: uPlot, splits: number[]) => splits.map(split => this.nameOf(data.x[split])) } : {
            values: (_: uPlot, splits: number[], __: number, ___: number, step: number) => splits.map(split => axisTime(split, step)) }) },
        { stroke: muted, font, grid: { stroke: line, width: 1 }, ticks: { show: false }, gap: 6, size: 44, space: 34,
          values: (_, splits) => splits.map(split => (Number.isInteger(split) ? short(split) : '')) },
      ],
      series: [{}, ...order.map(index => {
        const color = this.resolve(token(data.series[index]?.color));
        return this.type === 'bars'
          ? { stroke: color, fill: color, width: 0, points: { show: false }, paths: Plot.paths.bars?.({ size: [0.72, 26], radius: 0.12 }) }
          : { stroke: color, width: 1.6, points: { show: false } };
      })] as uPlot.Series[],
      hooks: { setCursor: [plot => { this.at = plot.cursor.idx ?? null; }] },
    }, [positions, ...order.map(index => heights[index] ?? [])] as uPlot.AlignedData, target);
    target.onmouseleave = () => { this.at = null; };
  }

  private nameOf(value: number | string | undefined): string {
    return typeof value === 'number' ? new Date(value * 1000).toLocaleDateString(undefined, { weekday: 'short', month: 'short', day: 'numeric' }) : (value ?? '');
  }

  /** A canvas knows no custom properties: let the element say what a colour is in this theme. */
  private resolve(color: string): string {
    const probe = document.createElement('i');
    probe.style.color = color;
    this.shadowRoot?.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }
}

function token(name = 'accent'): string {
  return /^[a-z-]+$/.test(name) ? `var(--la-${name})` : 'var(--la-accent)';
}

export function stacked(series: readonly (readonly (number | null)[])[]): number[][] {
  let below: number[] = [];
  return series.map(values => {
    below = values.map((value, index) => (value ?? 0) + (below[index] ?? 0));
    return below;
  });
}

function bounds(low: number | null, high: number | null, positions: number[], type: string): [number, number] {
  const first = low ?? positions[0] ?? 0;
  const last = high ?? positions.at(-1) ?? 1;
  const half = type === 'bars' ? (positions.length > 1 ? ((positions[1] ?? 1) - (positions[0] ?? 0)) / 2 : 43_200) : 0;
  return [first - half, last + half];
}

function axisTime(seconds: number, step: number): string {
  const date = new Date(seconds * 1000);
  return step < 86_400
    ? date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    : date.toLocaleDateString(undefined, { month: 'short', day: 'numeric' });
}

function short(value: number): string {
  return value >= 1000 ? `${Math.round(value / 100) / 10}k` : String(value);
}
