import { html, type TemplateResult } from 'lit';
import type { Rule } from '../api/types.js';
import { actions, label, severities } from '../format/labels.js';

const detectors = ['secrets', 'pii', 'proprietary', 'injection', 'custom'];

export function tagsOf(rule: Rule): string[] {
  if (Array.isArray(rule.tags)) {
    return rule.tags;
  }
  try {
    const tags: unknown = JSON.parse(rule.tags ?? '[]');
    return Array.isArray(tags) ? tags.map(String) : [];
  } catch {
    return [];
  }
}

export function ruleForm(rule?: Rule): TemplateResult {
  const choice = (name: string, text: string, values: readonly string[], chosen: string, none?: string): TemplateResult => html`<label class="field grow">${text}<select name=${name}>
    ${none ? html`<option value="">${none}</option>` : ''}${values.map(value => html`<option value=${value} ?selected=${value === chosen}>${label(value)}</option>`)}</select></label>`;
  return html`
    <label class="field">Name<input name="name" class="mono" required pattern="[A-Za-z0-9_.\\-]+" .value=${rule?.name ?? ''} ?disabled=${rule !== undefined} placeholder="acme_api_token" autocomplete="off"></label>
    <label class="field">Pattern<textarea name="pattern" class="mono" required rows="3" spellcheck="false" .value=${rule?.pattern ?? ''} placeholder="\\bacme_[a-f0-9]{32}\\b"></textarea></label>
    <label class="field">Description<input name="description" .value=${rule?.description ?? ''} placeholder="What it is and who issues it"></label>
    <div class="row">${choice('detector', 'Detector', rule && !detectors.includes(rule.detector) ? [rule.detector, ...detectors] : detectors, rule?.detector ?? 'secrets')}${choice('severity', 'Severity', severities, rule?.severity ?? 'high')}${choice('action', 'Action', actions, rule?.action ?? '', 'Default')}</div>
    <label class="field">Tags, with commas<input name="tags" .value=${rule ? tagsOf(rule).join(', ') : ''}></label>`;
}

export function ruleOf(fields: FormData): Partial<Rule> {
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  return {
    name: text('name'), pattern: String(fields.get('pattern') ?? ''), description: text('description'), detector: text('detector'), severity: text('severity'), action: text('action'),
    tags: text('tags').split(',').map(tag => tag.trim()).filter(tag => tag !== ''),
  };
}
