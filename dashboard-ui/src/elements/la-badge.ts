import { LitElement, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label } from '../format/labels.js';
import { glyph } from './glyphs.js';
import { sharedStyles } from './shared-styles.js';

const bars: Record<string, number> = { critical: 4, high: 3, warning: 2, info: 1 };
const tones: Record<string, string> = {
  critical: 'critical', high: 'high', warning: 'warning', info: 'info',
  block: 'critical', blocked: 'critical', redact: 'violet', alert: 'high', alerted: 'high', log: 'info', strip: 'accent', pass: 'good', allowed: 'good',
  active: 'good', healthy: 'good', sent: 'good', enabled: 'good', operational: 'good',
  faulted: 'critical', failed: 'critical', quarantined: 'critical', refused: 'critical', error: 'critical', stuck: 'critical',
  disabled: 'plain', stopped: 'plain', draining: 'warning', degraded: 'warning', loading: 'info', passthrough: 'warning',
  likely_live: 'critical', test: 'info', example: 'plain', expired: 'plain', invalid: 'plain',
};
const shapeOf: Record<string, string> = {
  block: 'block', blocked: 'block', redact: 'redact', alert: 'alert', alerted: 'alert', log: 'log', strip: 'strip', pass: 'pass', allowed: 'pass',
};

/**
 * A word with a shape: severity as one to four bars, what happened as a sign, states as a dot. The colour only repeats what word and shape say.
 * Attributes: `value`, `kind` (severity, action, state, verdict, plain), `solid`.
 */
@customElement('la-badge')
export class LaBadge extends LitElement {
  static override styles = [sharedStyles, css`
    :host { display: inline-flex; vertical-align: middle; max-width: 100%; }
    span { display: inline-flex; align-items: center; gap: 5px; white-space: nowrap; font-size: var(--la-size-small); line-height: 18px; color: var(--tone); min-width: 0; }
    span.solid, span.box { padding: 0 7px 0 6px; border-radius: var(--la-radius-small); background: var(--soft); }
    .critical { --tone: var(--la-critical); --soft: var(--la-critical-soft); }
    .high { --tone: var(--la-high); --soft: var(--la-high-soft); }
    .warning { --tone: var(--la-warning); --soft: var(--la-warning-soft); }
    .info { --tone: var(--la-info); --soft: var(--la-info-soft); }
    .good { --tone: var(--la-good); --soft: var(--la-good-soft); }
    .violet { --tone: var(--la-violet); --soft: var(--la-violet-soft); }
    .accent { --tone: var(--la-accent); --soft: var(--la-selected); }
    .plain { --tone: var(--la-muted); --soft: var(--la-sunken); }
    svg.bars { width: 13px; height: 12px; flex: none; }
    svg.dot { width: 8px; height: 8px; flex: none; }
    rect.on, circle.on { fill: currentColor; }
    rect.off { fill: currentColor; opacity: .22; }
  `];

  @property() value = '';
  @property() kind: 'severity' | 'action' | 'state' | 'verdict' | 'plain' = 'plain';
  @property({ type: Boolean }) solid = false;

  override render() {
    const tone = tones[this.value] ?? 'plain';
    const boxed = this.solid || this.kind === 'action' || this.kind === 'verdict' ? 'box' : '';
    return this.value === '' ? html`<span class="plain">–</span>` : html`<span class="${tone} ${boxed}">${this.shape()}${label(this.value)}</span>`;
  }

  private shape() {
    if (this.kind === 'severity') {
      const filled = bars[this.value] ?? 0;
      return html`<svg class="bars" viewBox="0 0 13 12" aria-hidden="true">${[0, 1, 2, 3].map(index => svg`<rect class=${index < filled ? 'on' : 'off'}
        x=${index * 3.4} y=${8 - index * 2.6} width="2.4" height=${4 + index * 2.6} rx="0.6"/>`)}</svg>`;
    }
    const sign = shapeOf[this.value];
    if (this.kind === 'action' && sign !== undefined) {
      return glyph(sign, 'tiny');
    }
    return this.kind === 'state' ? html`<svg class="dot" viewBox="0 0 8 8" aria-hidden="true"><circle class="on" cx="4" cy="4" r="3.500"/></svg>` : '';
  }
}
