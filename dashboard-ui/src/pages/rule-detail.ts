import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { messageOf, send } from '../api/http.js';
import type { Rule, RuleTest } from '../api/types.js';
import { routeHash } from '../app/route.js';
import { glyph } from '../elements/glyphs.js';
import { actions, label, severities } from '../format/labels.js';
import { ruleSource } from '../format/rule-source.js';
import { count, microseconds, plural } from '../format/numbers.js';
import { tagsOf } from './rule-form.js';

/** One rule: its pattern, a box to try it, and what can be done with it. */
@customElement('rule-detail')
export class RuleDetail extends LitElement {
  @property({ attribute: false }) rule: Rule | null = null;
  @property({ attribute: false }) isAdmin = false;
  @property({ attribute: false }) overlaps = 0;
  @property({ attribute: false }) analysis = '';
  @state() private sample = '';
  @state() private pattern: string | null = null;
  @state() private result: RuleTest | null = null;
  @state() private problem = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('rule') as Rule | null | undefined;
    if (changed.has('rule') && before?.name !== this.rule?.name) {
      this.pattern = null;
      this.result = null;
      this.problem = '';
    }
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Asks the server, as the patterns run in another engine than the browser's. */
  private test(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      if (this.sample === '') {
        this.result = null;
        return;
      }
      try {
        this.result = await send<RuleTest>('POST', '/rules/test', { pattern: this.pattern ?? this.rule?.pattern, sample: this.sample });
        this.problem = '';
      } catch (error) {
        this.problem = messageOf(error);
      }
    }, 250);
  }

  override render() {
    const rule = this.rule;
    const isOwn = rule?.source === 'dashboard';
    return html`<header><div class="grow stack"><h2 class="mono">${rule?.name ?? 'Rule'}</h2>${rule ? html`<div class="row wraps"><la-badge kind="severity" value=${rule.severity}></la-badge>${rule.enabled ? html`<la-badge kind="state" value="enabled"></la-badge>` : html`<la-badge kind="state" value="disabled"></la-badge>`}</div>` : nothing}</div>
      <button class="quiet icon" aria-label="Close" title="Close (Esc)" @click=${() => this.tell('la-close')}>${glyph('close')}</button></header>
      ${rule ? html`
      <section>${rule.problem ? html`<p class="note bad">${glyph('warning')}<span><b>It does not run.</b> ${rule.problem}</span></p>` : nothing}
        ${rule.description ? html`<p>${rule.description}</p>` : nothing}
        <dl class="facts"><dt>Detector</dt><dd>${label(rule.detector)}</dd><dt>Source</dt><dd>${isOwn ? 'Custom, added here' : ruleSource(rule)}</dd><dt>Tier</dt><dd>${label(rule.tier)}</dd>
          ${rule.validator ? html`<dt>Check</dt><dd><code>${rule.validator}</code></dd>` : nothing}
          <dt>Hits</dt><dd class="num">${count(rule.hit_count ?? 0)}${rule.last_hit_at ? html`, last <la-time .value=${rule.last_hit_at}></la-time>` : nothing} <a href=${routeHash('findings', [], { rule: rule.name })}>Findings</a></dd>
          ${tagsOf(rule).length > 0 ? html`<dt>Tags</dt><dd>${tagsOf(rule).map(tag => html`<span class="chip">${tag}</span> `)}</dd>` : nothing}
          ${this.overlaps > 0 ? html`<dt>Overlap</dt><dd><a href=${routeHash(this.analysis)}>with ${plural(this.overlaps, 'other rule')}</a></dd>` : nothing}
        </dl></section>
      <section><h3>Try it</h3>
        <label class="field">Pattern<textarea class="mono" rows="3" spellcheck="false" .value=${this.pattern ?? rule.pattern} @input=${(event: Event) => { this.pattern = (event.target as HTMLTextAreaElement).value; this.test(); }}></textarea></label>
        <label class="field">Sample text<textarea class="mono" rows="4" spellcheck="false" placeholder="Paste text that should, or should not, match. It is not stored." .value=${this.sample} @input=${(event: Event) => { this.sample = (event.target as HTMLTextAreaElement).value; this.test(); }}></textarea></label>
        ${this.outcome()}</section>
      ${this.isAdmin ? html`<section><h3>Change</h3>
        <div class="row"><label class="field grow">Severity<select @change=${(event: Event) => this.tell('la-change', { severity: (event.target as HTMLSelectElement).value })}>${severities.map(value => html`<option value=${value} ?selected=${value === rule.severity}>${label(value)}</option>`)}</select></label>
          <label class="field grow">Action<select @change=${(event: Event) => this.tell('la-change', { action: (event.target as HTMLSelectElement).value })}><option value="" ?selected=${!rule.action}>Default</option>${actions.map(value => html`<option value=${value} ?selected=${value === rule.action}>${label(value)}</option>`)}</select></label></div>
        <div class="link-row"><button @click=${() => this.tell('la-change', { enabled: !rule.enabled })}>${rule.enabled ? 'Disable' : 'Enable'}</button><button @click=${() => this.tell('la-clone')}>${glyph('copy', 'tiny')}Clone</button>
          ${isOwn ? html`<button @click=${() => this.tell('la-edit')}>${glyph('edit', 'tiny')}Edit</button><button class="danger" @click=${() => this.tell('la-delete')}>${glyph('trash', 'tiny')}Delete</button>` : nothing}</div>
        ${isOwn ? nothing : html`<p class="muted small">Its pattern belongs to a plugin. Clone it to change the pattern; what is set here survives upgrades.</p>`}</section>` : nothing}`
      : html`<section>${[90, 60, 80].map(width => html`<span class="skeleton" style="width:${width}%"></span>`)}</section>`}`;
  }

  private outcome(): TemplateResult {
    const result = this.result;
    if (this.problem !== '') {
      return html`<p class="note bad" role="alert">${this.problem}</p>`;
    }
    if (result === null) {
      return html`<p class="muted small">The server tries it with the engine that looks at requests.</p>`;
    }
    if (!result.valid) {
      return html`<p class="note bad" role="alert">${glyph('warning')}<span>${result.error ?? 'The pattern is not valid.'}</span></p>`;
    }
    const matches = result.matches ?? [];
    return html`${result.problem ? html`<p class="note warn">${glyph('warning')}<span>${result.problem}</span></p>` : nothing}
      <p role="status" class=${matches.length > 0 ? 'good strong' : 'muted'}>${matches.length > 0 ? plural(matches.length, 'match', 'matches') : 'No match'}<span class="muted small num"> in ${microseconds(result.duration_us)}</span></p>
      ${matches.length > 0 ? html`<pre class="code" tabindex="0" aria-label="Sample with matches">${marked(this.sample, matches)}</pre>` : nothing}`;
  }
}

function marked(text: string, matches: { start: number; end: number }[]): TemplateResult[] {
  const parts: TemplateResult[] = [];
  let at = 0;
  for (const { start, end } of [...matches].sort((a, b) => a.start - b.start)) {
    if (start >= at && end > start) {
      parts.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
      at = end;
    }
  }
  parts.push(html`${text.slice(at)}`);
  return parts;
}
