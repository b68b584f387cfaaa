import { element } from './lib/element.js';
import { pairCards } from './lib/pairs.js';

const groups = [
  ['duplicates', 'Duplicates', 'Rules that match the same values. One of each pair can go.'],
  ['subsets', 'Subsets', 'The second rule matches all that the first does.'],
  ['overlaps', 'Overlaps', 'Each matches some values of the other.'],
  ['dismissed', 'Dismissed', 'Left out of the counts above.'],
];
const notes = [
  ['broad_patterns', 'Broad patterns'],
  ['low_specificity', 'Little of their own'],
  ['fully_redundant', 'Found without them'],
];

export function mount(root, context) {
  let answer = null;
  let state = null;
  let timer = 0;
  let isGone = false;

  const ask = async (path, init) => {
    const response = await context.api(path, init);
    return response.status === 204 ? null : response.json();
  };
  const send = (path, body) => ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });

  async function read() {
    [answer, state] = await Promise.all([ask('analysis'), ask('analysis/status')]);
    draw();
  }

  // A run takes seconds; its end is a live event, its progress is asked for.
  async function follow() {
    clearTimeout(timer);
    if (isGone) {
      return;
    }
    await read();
    if (state.running && !isGone) {
      timer = setTimeout(() => void guarded(follow), 700);
    }
  }

  async function guarded(work, said) {
    try {
      await work();
      if (said) {
        context.toast(said);
      }
    } catch (error) {
      context.toast(error instanceof Error ? error.message : String(error));
    }
  }

  const acts = {
    disable: rule => guarded(async () => { await send('rules/disable', { rule }); await read(); }, `${rule} is switched off`),
    review: pair => guarded(async () => {
      await send('rules/review', { rule: pair.rule_a });
      await send('rules/review', { rule: pair.rule_b });
    }, 'Both rules are marked as reviewed'),
    dismiss: pair => guarded(async () => { await send('analysis/dismiss', { rule_a: pair.rule_a, rule_b: pair.rule_b }); await read(); }),
  };

  function draw() {
    const mayChange = context.role() === 'admin';
    const run = element('button', { class: 'primary', disabled: state.running || !mayChange, onclick: () => guarded(async () => { await send('analysis'); await follow(); }) },
      answer.has_results ? 'Compare again' : 'Compare the rules');
    const parts = [element('div', { class: 'lead' },
      element('p', {}, 'Texts are made for every rule, and every rule tries all of them. What two rules match both is listed here. Rules that are meant as a net below the others are left out.'), run)];
    if (state.running || state.error) {
      parts.push(runCard());
    }
    if (answer.nothing_to_compare || !answer.has_results) {
      parts.push(element('la-card', {}, element('la-empty', answer.nothing_to_compare
        ? { sign: 'rules', heading: 'There is nothing to compare', hint: answer.nothing_to_compare }
        : { sign: 'search', heading: 'The rules were not compared yet', hint: `It takes some seconds and runs beside the traffic.${answer.automatic ? ' Where rules change, it is done without being asked.' : ''}` })));
      root.replaceChildren(...parts);
      return;
    }
    parts.push(figures());
    for (const [key, heading, hint] of groups) {
      if (answer[key].length > 0) {
        parts.push(element('la-card', { heading: `${heading} (${answer[key].length})`, hint, flush: true }, ...pairCards(answer[key], key === 'dismissed' ? null : acts, mayChange)));
      }
    }
    if (groups.slice(0, 3).every(([key]) => answer[key].length === 0)) {
      parts.push(element('la-card', {}, element('la-empty', { sign: 'check', tone: 'good', heading: 'No two rules say the same' })));
    }
    parts.push(...quality());
    root.replaceChildren(...parts);
  }

  function runCard() {
    const card = element('la-card', { heading: state.running ? 'Comparing' : 'The last comparison failed', flush: true });
    card.append(element('div', { class: 'run', role: 'status' },
      state.running ? element('progress', { max: 100, value: state.progress, 'aria-label': 'Progress' }) : element('span', {}, state.error),
      element('p', { class: 'log' }, state.log.join('\n'))));
    return card;
  }

  function figures() {
    const figure = (label, value, hint = '') => element('la-stat', { label, value: String(value), hint });
    const when = element('la-stat', { label: 'Compared', hint: `in ${answer.duration_s} s${answer.not_evaluated > 0 ? `; ${answer.not_evaluated} texts could not be tried` : ''}` }, element('la-time', { value: answer.timestamp }));
    return element('div', { class: 'figures' },
      figure('Rules', answer.total_rules, answer.without_texts > 0 ? `${answer.without_texts} without examples` : ''),
      figure('Duplicates', answer.duplicates.length, answer.clusters.length > 0 ? `in ${answer.clusters.length} groups` : ''),
      figure('Subsets', answer.subsets.length),
      figure('Overlaps', answer.overlaps.length),
      when);
  }

  function quality() {
    const found = notes.filter(([key]) => answer.quality[key].length > 0);
    if (found.length === 0) {
      return [];
    }
    const card = element('la-card', { heading: 'Single rules', hint: 'Worth a look; nothing of it is wrong by itself.', flush: true });
    for (const [key, heading] of found) {
      card.append(element('h3', {}, `${heading} (${answer.quality[key].length})`),
        ...answer.quality[key].slice(0, 20).map(note => element('div', { class: 'note' }, element('b', {}, note.rule), ' ', element('span', {}, note.detail))));
    }
    return [card];
  }

  const release = context.on('rule_analysis_complete', () => void guarded(follow));
  const shown = follow();
  return shown.then(() => () => {
    isGone = true;
    clearTimeout(timer);
    release();
  });
}
