import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sharedStyles } from './shared-styles.js';

/** A surface with a heading. Attributes `heading`, `hint`, `flush` (content goes to the edge). Slots: default, `actions`, `foot`. */
@customElement('la-card')
export class LaCard extends LitElement {
  static override styles = [sharedStyles, css`
    :host { display: block; background: var(--la-surface); border: 1px solid var(--la-line); border-radius: 8px; min-width: 0; }
    section { display: flex; flex-direction: column; height: 100%; min-width: 0; }
    header { display: flex; align-items: center; gap: 8px; min-height: 40px; padding: 6px 8px 6px 14px; flex-wrap: wrap; }
    h2 { font-size: var(--la-size); font-weight: 600; margin: 0; }
    .body { padding: 0 14px 14px; min-width: 0; flex: 1 1 auto; }
    .body.alone { padding-top: 14px; }
    .body.flush { padding: 0; }
    /* What a fragment begins with stands as close to the heading as everything else does. */
    ::slotted(:first-child) { margin-top: 0; }
    .actions { margin-left: auto; display: flex; gap: 6px; align-items: center; }
  `];

  @property() heading = '';
  @property() hint = '';
  @property({ type: Boolean }) flush = false;

  override render() {
    const body = `body ${this.flush ? 'flush' : ''} ${this.heading === '' ? 'alone' : ''}`;
    return html`<section>
      ${this.heading === '' ? '' : html`<header><h2>${this.heading}</h2>${this.hint ? html`<span class="muted small">${this.hint}</span>` : ''}<div class="actions"><slot name="actions"></slot></div></header>`}
      <div class=${body}><slot></slot></div><slot name="foot"></slot></section>`;
  }
}
