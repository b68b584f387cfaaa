import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { glyph } from './glyphs.js';
import { sharedStyles } from './shared-styles.js';

/** Says that there is nothing and what to do about it. Attributes: `heading`, `hint`, `sign`, `tone` (bad for an error). Default slot: buttons. */
@customElement('la-empty')
export class LaEmpty extends LitElement {
  static override styles = [sharedStyles, css`
    :host { display: flex; flex-direction: column; align-items: center; text-align: center; gap: 4px; padding: 36px 20px; }
    .sign { display: grid; place-items: center; width: 36px; height: 36px; border-radius: 50%; background: var(--la-sunken); color: var(--la-muted); margin-bottom: 6px; }
    .sign.bad { background: var(--la-critical-soft); color: var(--la-critical); }
    .sign.good { background: var(--la-good-soft); color: var(--la-good); }
    p { margin: 0; max-width: 52ch; }
    .heading { font-weight: 600; font-size: var(--la-size); }
    /* Also where the page around has a reset of its own. */
    ::slotted(*) { margin-top: 10px !important; }
  `];

  @property() heading = '';
  @property() hint = '';
  @property() sign = 'search';
  @property() tone = '';

  override render() {
    return html`<span class="sign ${this.tone}">${glyph(this.tone === 'bad' ? 'warning' : this.sign)}</span>
      <p class="heading">${this.heading}</p><p class="muted">${this.hint}</p><slot></slot>`;
  }
}
