import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../api/types.js';
import { routeHash, sessionHash } from '../app/route.js';
import { glyph } from '../elements/glyphs.js';
import { label, outcome, projectName, verdictMeaning } from '../format/labels.js';
import { typeTitle } from '../format/titles.js';
import { count, plural } from '../format/numbers.js';
import type { WireTime } from '../format/time.js';

interface View { finding: Finding | null; problem: string; isAdmin: boolean; close: () => void }

/** One finding: what happened in a sentence, where it was, how it was read, and what to do now. */
export function findingDetail({ finding, problem, isAdmin, close }: View): TemplateResult {
  return html`<aside class="detail over" aria-label="Finding">
    <header><div class="grow stack">${finding ? html`<h2>${typeTitle(finding.finding_type)}</h2>
      <div class="row wraps"><la-badge kind="severity" value=${finding.severity}></la-badge><la-badge kind="action" value=${finding.action_taken}></la-badge>${finding.verdict ? html`<la-badge kind="verdict" value=${finding.verdict}></la-badge>` : nothing}</div>`
      : html`<h2>${problem ? 'Not found' : 'Finding'}</h2>`}</div>
      <button class="quiet icon" aria-label="Close" title="Close (Esc)" @click=${close}>${glyph('close')}</button></header>
    ${problem ? html`<section><p class="muted">${problem}</p></section>` : finding ? body(finding, isAdmin) : html`<section>${[90, 70, 80, 40].map(width => html`<span class="skeleton" style="width:${width}%"></span>`)}</section>`}
  </aside>`;
}

function body(finding: Finding, isAdmin: boolean): TemplateResult {
  const seen = finding.seen_count ?? 1;
  return html`
    <section><p>${sentence(finding)}</p>${finding.verdict && verdictMeaning(finding.verdict) ? html`<p class="muted">${verdictMeaning(finding.verdict)}</p>` : nothing}
      ${finding.detail ? html`<p class="muted">${finding.detail}</p>` : nothing}</section>
    <section><h3>What was found</h3>${preview(finding)}${chain(finding)}
      <dl class="facts">
        <dt>Place</dt><dd><code class="wrap">${finding.location || '–'}</code></dd>
        ${fact('Part', label(finding.role))}
        ${fact('Detector', label(finding.detector))}
        <dt>Rule</dt><dd><code class="wrap">${finding.finding_type}</code></dd>
        ${seen > 1 ? html`<dt>Seen</dt><dd class="num">${plural(seen, 'time')}, first ${time(finding.first_seen ?? finding.timestamp)}, last ${time(finding.last_seen ?? finding.timestamp)}</dd>` : html`<dt>Seen</dt><dd>${time(finding.timestamp)}</dd>`}
      </dl></section>
    <section><h3>Where it came from</h3>
      <dl class="facts">
        ${fact('Tool', [label(finding.client_name), finding.client_version].filter(Boolean).join(' '))}
        ${finding.working_directory ? html`<dt>Project</dt><dd><a href=${routeHash('findings', [], { working_directory: finding.working_directory })}>${projectName(finding.working_directory)}</a>${finding.git_branch ? html` <span class="muted">${finding.git_branch}</span>` : nothing}<br><code class="muted wrap">${finding.working_directory}</code></dd>` : nothing}
        ${finding.session_id ? html`<dt>Session</dt><dd class="row"><a class="mono ellipsis" href=${sessionHash(finding)}>${finding.session_id}</a><la-copy .value=${finding.session_id} what="session id"></la-copy></dd>` : nothing}
        ${fact('User', [finding.username, finding.hostname].filter(Boolean).join(' on '))}
        ${fact('Account', finding.account_id)}
        ${finding.api_key_hash ? html`<dt>Key</dt><dd><a class="mono" title="Hash of the key that came with the request" href=${routeHash('findings', [], { api_key_hash: finding.api_key_hash })}>${finding.api_key_hash.slice(0, 12)}</a></dd>` : nothing}
        ${fact('Sent to', [label(finding.provider), finding.original_host].filter(Boolean).join(', '))}
        ${finding.model ? html`<dt>Model</dt><dd><code>${finding.model}</code></dd>` : nothing}
        ${fact('SDK', [finding.sdk_name, finding.sdk_version, finding.runtime].filter(Boolean).join(' '))}
        ${finding.request_id ? html`<dt>Request</dt><dd class="num">#${finding.request_id}</dd>` : nothing}
        ${finding.exchange_id ? html`<dt>Exchange</dt><dd class="row"><span class="mono ellipsis">${finding.exchange_id}</span><la-copy .value=${finding.exchange_id} what="exchange id"></la-copy></dd>` : nothing}
      </dl></section>
    <section><h3>Next</h3><div class="link-row">
      ${finding.session_id ? html`<a class="button primary" href=${sessionHash(finding)}>Open the session</a>` : nothing}
      <a class="button" href=${routeHash('findings', [], { finding_type: finding.finding_type })}>All of this type</a>
      ${finding.origin === 'framework' ? nothing : html`<a class="button" href=${routeHash('rules', [], { q: finding.finding_type })}>The rule</a>`}
      ${isAdmin && finding.origin !== 'framework' ? html`<a class="button" href=${routeHash('allowlists', [], { add: finding.value_preview ?? '', list: finding.detector === 'pii' ? 'pii' : 'secrets' })}>Allow this value</a>` : nothing}
    </div></section>`;
}

function sentence(finding: Finding): TemplateResult {
  const project = projectName(finding.working_directory);
  const tool = label(finding.client_name) || 'A tool';
  const amount = finding.count ?? 1;
  return html`<b>${tool}</b> put ${amount > 1 ? `${count(amount)} times` : 'a value of type'} <b>${typeTitle(finding.finding_type)}</b>${project ? html` from <b>${project}</b>` : nothing}${finding.provider ? html` into a request to <b>${label(finding.provider)}</b>` : ' into a request'}.
    LumenArgus ${outcome(finding.action_taken)}.`;
}

function preview(finding: Finding): TemplateResult {
  const value = finding.value_preview ?? '';
  const context = finding.context ?? '';
  const at = value === '' ? -1 : context.indexOf(value);
  if (context === '') {
    return html`<pre class="code" tabindex="0" aria-label="Masked value">${value === '' ? '****' : html`<mark>${value}</mark>`}</pre><p class="muted small">Masked: the value itself is kept nowhere.</p>`;
  }
  return html`<pre class="code" tabindex="0" aria-label="Masked value in its surroundings">${at < 0 ? context : html`${context.slice(0, at)}<mark>${value}</mark>${context.slice(at + value.length)}`}</pre>
    <p class="muted small">Masked: the value itself is kept nowhere.</p>`;
}

function chain(finding: Finding): TemplateResult | typeof nothing {
  const steps = finding.decode_chain ?? [];
  return steps.length === 0 ? nothing : html`<div class="chain" role="list" aria-label="How it was read"><span role="listitem">As sent</span>${steps.map(step => html`${glyph('right', 'tiny')}<span role="listitem">${label(step)}</span>`)}${glyph('right', 'tiny')}<span role="listitem" class="end">Match</span></div>`;
}

function fact(name: string, value: string | null | undefined): TemplateResult | typeof nothing {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
}

function time(value: WireTime): TemplateResult {
  return html`<la-time .value=${value ?? null}></la-time>`;
}
