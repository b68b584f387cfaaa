import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from './shared-styles.js';

/** One figure. Attributes: `label`, `value`, `hint`, `tone` (good, warning, critical), `href`. The default slot replaces the value, e.g. with la-time. */
@customElement('la-stat')
export class LaStat extends LitElement {
  static override styles = [sharedStyles, css`
    :host { display: block; min-width: 0; }
    a, div.box { display: flex; flex-direction: column; gap: 1px; min-width: 0; color: inherit; text-decoration: none; }
    a:hover .label { color: var(--la-accent); }
    .label { color: var(--la-muted); font-size: var(--la-size-small); }
    .value { font-size: 21px; line-height: 28px; font-weight: 600; letter-spacing: -.01em; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .hint { color: var(--la-muted); font-size: var(--la-size-small); min-height: 17px; }
    .critical { color: var(--la-critical); }
    .warning { color: var(--la-warning); }
    .good { color: var(--la-good); }
  `];

  @property() label = '';
  @property() value = '';
  @property() hint = '';
  @property() tone = '';
  @property() href = '';

  override render() {
    const inner = html`<span class="label">${this.label}</span><span class="value ${this.tone}"><slot>${this.value}</slot></span><span class="hint">${this.hint}</span>`;
    return this.href === '' ? html`<div class="box">${inner}</div>` : html`<a href=${this.href}>${inner}</a>`;
  }
}
