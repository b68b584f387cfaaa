import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { glyph } from './glyphs.js';
import { sharedStyles } from './shared-styles.js';

/** A button that copies `value`. With `label`, it is written out; else it is a sign with an accessible name. */
@customElement('la-copy')
export class LaCopy extends LitElement {
  static override styles = [sharedStyles, css`
    :host { display: inline-flex; }
    button.icon { width: 22px; min-height: 22px; }
    .done { color: var(--la-good); }
  `];

  @property() value = '';
  @property() label = '';
  @property() what = 'value';
  @state() private isDone = false;

  override render() {
    const sign = this.isDone ? html`<span class="done row">${glyph('check', 'tiny')}</span>` : glyph('copy', 'tiny');
    return this.label === ''
      ? html`<button type="button" class="quiet icon" aria-label="Copy ${this.what}" title="Copy ${this.what}" @click=${this.copy}>${sign}</button>`
      : html`<button type="button" @click=${this.copy}>${sign}<span aria-live="polite">${this.isDone ? 'Copied' : this.label}</span></button>`;
  }

  private async copy(event: Event): Promise<void> {
    event.stopPropagation();
    try {
      await navigator.clipboard.writeText(this.value);
    } catch {
      // Over plain http from another machine there is no clipboard: select by hand through a field.
      const field = document.createElement('textarea');
      field.value = this.value;
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    this.isDone = true;
    setTimeout(() => { this.isDone = false; }, 1600);
  }
}
