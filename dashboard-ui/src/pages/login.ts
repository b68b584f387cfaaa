import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, messageOf, signIn } from '../api/http.js';
import { mark } from '../app/app.js';

/** Signing in by the access token or the password; says where the token is. */
@customElement('page-login')
export class LoginPage extends LitElement {
  @property({ attribute: false }) problem: ApiError | null = null;
  /** Why it is shown to somebody who was in. */
  @property() notice = '';
  @state() private message = '';
  @state() private isBusy = false;
  @state() private method: 'token' | 'password' | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('problem') && this.problem && this.problem.code !== 'authentication_required') {
      this.message = this.problem.message;
    }
  }

  private get methods(): string[] {
    const listed = this.problem?.body['methods'];
    return Array.isArray(listed) ? listed.map(String) : [String(this.problem?.body['auth'] ?? 'token')];
  }

  override render() {
    const method = this.method ?? (this.methods.includes('password') ? 'password' : 'token');
    const other = method === 'token' ? 'password' : 'token';
    const file = String(this.problem?.body['token_file'] ?? '~/.lumen-argus/dashboard-token');
    return html`<main class="login">
      <form class="login-card" @submit=${(event: SubmitEvent) => this.submit(event, method)}>
        <div class="login-brand">${mark()}<h1>LumenArgus</h1></div>
        ${this.notice === '' ? nothing : html`<p class="note" role="status">${this.notice}</p>`}
        ${method === 'token'
          ? html`<label class="field" for="secret">Access token</label>
            <input id="secret" name="secret" class="mono" type="password" required autocomplete="off" spellcheck="false" placeholder="64 characters" aria-describedby="how">
            <p id="how" class="muted small">It is in <code class="wrap">${file}</code> on the machine that runs LumenArgus. The link that <code>lumen-argus serve</code> prints at its start signs in by itself.</p>`
          : html`<label class="field" for="secret">Password</label>
            <input id="secret" name="secret" type="password" required autocomplete="current-password">`}
        ${this.message === '' ? nothing : html`<p class="note bad" role="alert">${this.message}</p>`}
        <button class="primary" ?disabled=${this.isBusy}>${this.isBusy ? 'Signing in' : 'Sign in'}</button>
        ${this.methods.includes(other) ? html`<button type="button" class="link" @click=${() => { this.method = other; this.message = ''; }}>Use the ${other === 'token' ? 'access token' : 'password'}</button>` : nothing}
      </form></main>`;
  }

  private async submit(event: SubmitEvent, method: 'token' | 'password'): Promise<void> {
    event.preventDefault();
    const field = this.querySelector<HTMLInputElement>('#secret');
    const typed = field?.value ?? '';
    // A token is pasted, often with the end of its line; a password is what it is.
    const secret = method === 'token' ? typed.trim() : typed;
    this.isBusy = true;
    this.message = '';
    try {
      const session = await signIn(method === 'token' ? { token: secret } : { password: secret });
      this.dispatchEvent(new CustomEvent('la-signed-in', { detail: session }));
    } catch (error) {
      this.message = describe(error, method);
      field?.select();
    } finally {
      this.isBusy = false;
    }
  }
}

function describe(error: unknown, method: string): string {
  if (error instanceof ApiError && error.status === 401) {
    return method === 'token' ? 'This is not the access token. A new one is made when the file is deleted and LumenArgus starts again.' : 'This is not the password.';
  }
  if (error instanceof ApiError && error.status === 429) {
    const seconds = Number(error.body['retry_after'] ?? 0);
    return `Too many attempts. Try again ${seconds > 0 ? `in ${seconds} seconds` : 'later'}.`;
  }
  return messageOf(error);
}
