import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import { ApiError, get, messageOf, send } from '../api/http.js';
import type { Channel, ChannelField, ChannelTypes } from '../api/types.js';
import { ask } from '../app/ask.js';
import { toast } from '../app/toast.js';
import { glyph } from '../elements/glyphs.js';
import { actions, label, severities } from '../format/labels.js';
import { typeTitle } from '../format/titles.js';
import { Page } from './page.js';

/** Who is told, by which way, of what. */
@customElement('page-notifications')
export class NotificationsPage extends Page {
  @state() private channels: Channel[] | null = null;
  @state() private types: ChannelTypes = {};
  @state() private testing = 0;

  protected override listen(): void {
    for (const event of ['config', 'channels', 'plugins']) {
      this.on(event, () => void this.refresh());
    }
  }

  protected async load(signal: AbortSignal): Promise<void> {
    const [channels, types] = await Promise.all([get<{ channels: Channel[] }>('/notifications/channels', {}, signal), get<{ types: ChannelTypes }>('/notifications/types', {}, signal)]);
    this.channels = channels.channels;
    this.types = types.types;
  }

  private async change(channel: Channel, update: Partial<Channel>): Promise<void> {
    try {
      await send('PUT', `/notifications/channels/${channel.id}`, update);
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
    await this.refresh();
  }

  private async test(channel: Channel): Promise<void> {
    this.testing = channel.id;
    try {
      await send('POST', `/notifications/channels/${channel.id}/test`, {});
      toast(`A test message went to ${channel.name}`);
    } catch (error) {
      const reason = error instanceof ApiError && typeof error.body['error'] === 'string' && error.status === 502 && !error.body['detail'] ? String(error.body['error']) : messageOf(error);
      toast(`${channel.name}: ${reason}`, 'bad');
    } finally {
      this.testing = 0;
    }
    await this.refresh();
  }

  private async all(action: 'enable' | 'disable'): Promise<void> {
    try {
      await send('POST', '/notifications/channels/batch', { action, ids: this.channels?.map(channel => channel.id) ?? [] });
    } catch (error) {
      toast(messageOf(error), 'bad');
    }
    await this.refresh();
  }

  private drop(channel: Channel): void {
    void ask({ heading: `Delete ${channel.name}?`, text: 'Nothing is sent to it any more.', confirm: 'Delete', danger: true, run: async () => { await send('DELETE', `/notifications/channels/${channel.id}`); } })
      .then(done => done && void this.refresh());
  }

  private async edit(type: string, channel?: Channel): Promise<void> {
    // The list has masked values; the form needs those that are kept.
    let full = channel;
    try {
      full = channel && (await get<Channel>(`/notifications/channels/${channel.id}`));
    } catch (error) {
      toast(messageOf(error), 'bad');
      return;
    }
    const known = this.types[type];
    const done = await ask({
      heading: channel ? `Edit ${channel.name}` : `Add ${known?.label ?? type}`, text: known?.description ?? '', confirm: channel ? 'Save' : 'Add', content: this.form(type, full),
      run: async fields => {
        const body = read(fields, known?.fields ?? {}, type, channel !== undefined);
        await (channel ? send('PUT', `/notifications/channels/${channel.id}`, body) : send('POST', '/notifications/channels', { ...body, enabled: true }));
      },
    });
    if (done) {
      await this.refresh();
    }
  }

  private form(type: string, channel?: Channel): TemplateResult {
    const fields = Object.entries(this.types[type]?.fields ?? {});
    return html`<label class="field">Name<input name="name" required .value=${channel?.name ?? ''} placeholder="security-alerts" autocomplete="off"></label>
      ${fields.map(([name, field]) => control(name, field, channel?.config[name]))}
      <fieldset class="plain"><legend>Tell it when a request was</legend><div class="row wraps">${actions.map(action => html`<label class="row"><input type="checkbox" name="events" value=${action} .checked=${channel ? channel.events.includes(action) : action === 'block' || action === 'alert'}>${label(action)}</label>`)}</div></fieldset>
      <label class="field">From severity<select name="min_severity">${severities.map(severity => html`<option value=${severity} ?selected=${severity === (channel?.min_severity ?? 'warning')}>${label(severity)}</option>`)}</select></label>`;
  }

  override render() {
    const types = Object.entries(this.types);
    const add = html`${types.map(([name, type]) => html`<button @click=${() => this.edit(name)}>${glyph('plus', 'tiny')}${type.label}</button>`)}`;
    const suppressed = Object.entries(this.status?.notification_suppressed ?? {});
    return html`${this.head('Notifications', this.isAdmin && (this.channels?.length ?? 0) > 0 ? html`<button class="quiet" @click=${() => this.all('enable')}>Enable all</button><button class="quiet" @click=${() => this.all('disable')}>Disable all</button>${add}` : nothing, 'Who hears of a finding, and how.')}
      ${this.failure()}
      ${suppressed.length > 0 ? html`<p class="note after-head">${glyph('notifications')}<span>Held back, as the same was sent shortly before; told with the next message: ${suppressed.map(([name, amount]) => `${typeTitle(name.slice(name.indexOf(':') + 1))} ×${amount}`).join(', ')}</span></p>` : nothing}
      ${this.channels?.length === 0 ? html`<la-card><la-empty heading="Nobody is told yet" hint=${types.length > 0 ? 'Add a channel and hear of a blocked request in the chat or by mail, not only here.' : 'Channels (chat, mail, webhooks) come with plugins, and none that is loaded brings one.'} sign="notifications">${this.isAdmin ? html`<span class="link-row center">${add}</span>` : nothing}</la-empty></la-card>`
        : html`<div class="grid three">${(this.channels ?? [null, null, null]).map(channel => (channel ? this.card(channel) : html`<la-card><span class="skeleton"></span></la-card>`))}</div>`}`;
  }

  private card(channel: Channel): TemplateResult {
    const isOurs = channel.source === 'dashboard';
    const summary = Object.entries(channel.config).filter(([, value]) => typeof value === 'string' && value !== '').slice(0, 2);
    return html`<la-card heading=${channel.name} hint=${this.types[channel.type]?.label ?? label(channel.type)}>
      <wa-switch slot="actions" size="small" .checked=${channel.enabled} ?disabled=${!this.isAdmin} @change=${(event: Event) => void this.change(channel, { enabled: (event.target as HTMLInputElement).checked })}><span class="visually-hidden">${channel.name} enabled</span></wa-switch>
      <div class="stack">
        <dl class="facts">${summary.map(([name, value]) => html`<dt>${this.types[channel.type]?.fields[name]?.label ?? label(name)}</dt><dd><code class="wrap">${String(value)}</code></dd>`)}
          <dt>Hears of</dt><dd>${channel.events.length === 0 ? 'everything' : channel.events.map(event => html`<la-badge kind="action" value=${event}></la-badge> `)}</dd>
          <dt>From</dt><dd><la-badge kind="severity" value=${channel.min_severity}></la-badge></dd>
          <dt>Last message</dt><dd>${channel.last_status ? html`<la-badge kind="state" value=${channel.last_status}></la-badge> <la-time class="muted" .value=${channel.last_status_at ?? null}></la-time>` : html`<span class="muted">none yet</span>`}</dd></dl>
        ${channel.problem || channel.last_error ? html`<p class="note bad">${channel.problem ?? channel.last_error}</p>` : nothing}
        ${channel.paused_until ? html`<p class="note"><span>It failed too often and is left alone. Next attempt <la-time .value=${channel.paused_until}></la-time>; a test that arrives ends the wait.</span></p>` : nothing}
        ${figures(channel)}
        ${this.isAdmin ? html`<div class="row wraps"><button ?disabled=${this.testing !== 0} @click=${() => this.test(channel)}>${this.testing === channel.id ? 'Sending' : 'Send a test'}</button>
          ${isOurs ? html`<button class="quiet" @click=${() => this.edit(channel.type, channel)}>Edit</button><button class="quiet" @click=${() => this.drop(channel)}>Delete</button>` : html`<span class="muted small">From config.yaml: change it there.</span>`}</div>` : nothing}
      </div></la-card>`;
  }
}

function figures(channel: Channel): TemplateResult | typeof nothing {
  const parts = [[channel.sent_count, 'sent'], [channel.failed_count, 'failed'], [channel.waiting_count, 'waiting'], [channel.suppressed_count, 'held back']] as const;
  const shown = parts.filter(([amount]) => (amount ?? 0) > 0).map(([amount, word]) => `${amount} ${word}`);
  return shown.length > 0 ? html`<p class="muted small">Since the start: ${shown.join(', ')}</p>` : nothing;
}

function control(name: string, field: ChannelField, value: unknown): TemplateResult {
  const text = value === undefined || value === null ? '' : Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (field.type === 'boolean' || field.type === 'checkbox') {
    return html`<label class="row"><input type="checkbox" name="config.${name}" .checked=${value === true || text === 'true'}>${field.label}</label>`;
  }
  const hint = field.hint ? html`<span class="muted small">${field.hint}</span>` : nothing;
  return field.type === 'json' || field.type === 'textarea'
    ? html`<label class="field">${field.label}<textarea name="config.${name}" class="mono" rows="2" ?required=${field.required ?? false} placeholder=${field.placeholder ?? ''} .value=${text}></textarea>${hint}</label>`
    : html`<label class="field">${field.label}<input name="config.${name}" type=${field.type === 'number' || field.type === 'url' || field.type === 'email' || field.type === 'password' ? field.type : 'text'} autocomplete="off" ?required=${field.required ?? false} placeholder=${field.placeholder ?? ''} .value=${text}>${hint}</label>`;
}

export function read(form: FormData, fields: Record<string, ChannelField>, type: string, isChange = false): Partial<Channel> {
  const config: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = form.get(`config.${name}`);
    if (field.type === 'boolean' || field.type === 'checkbox') {
      config[name] = value !== null;
    } else if (typeof value === 'string' && value.trim() !== '') {
      config[name] = field.type === 'number' ? Number(value) : value.trim();
    } else if (isChange) {
      // What was emptied goes; what is left out stays.
      config[name] = null;
    }
  }
  return { name: String(form.get('name') ?? '').trim(), type, config, events: form.getAll('events').map(String), min_severity: String(form.get('min_severity') ?? 'warning') };
}
