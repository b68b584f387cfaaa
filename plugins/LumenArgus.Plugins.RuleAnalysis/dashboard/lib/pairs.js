import { element, percent } from './element.js';

const atOnce = 50;

/** One block for each pair; more are added when asked for. `acts` is null where nothing can be decided any more. */
export function pairCards(pairs, acts, mayChange) {
  const shown = pairs.slice(0, atOnce).map(pair => block(pair, acts, mayChange));
  if (pairs.length > atOnce) {
    const more = element('button', { class: 'more', onclick: () => more.replaceWith(...pairCards(pairs.slice(atOnce), acts, mayChange)) }, `Show ${pairs.length - atOnce} more`);
    shown.push(more);
  }
  return shown;
}

function block(pair, acts, mayChange) {
  const made = element('div', { class: 'pair' },
    element('div', { class: 'names' }, name(pair.rule_a), severity(pair.severity_a), element('span', { 'aria-hidden': 'true' }, pair.relationship === 'subset' ? '⊂' : '∩'),
      name(pair.rule_b), severity(pair.severity_b)),
    element('p', { class: 'why' }, pair.reason),
    element('span', { class: 'shares' }, `${percent(pair.overlap_a_to_b)} of the first, ${percent(pair.overlap_b_to_a)} of the second`));
  if (acts && mayChange) {
    made.append(element('div', { class: 'acts' },
      disable(pair, 'a', acts), disable(pair, 'b', acts),
      element('button', { onclick: () => acts.review(pair) }, 'Reviewed'),
      element('button', { onclick: () => acts.dismiss(pair) }, 'Dismiss')));
  }
  return made;
}

function disable(pair, which, acts) {
  const rule = pair[`rule_${which}`];
  return pair.recommendation === `disable_${which}`
    ? element('button', { title: `Switch ${rule} off`, onclick: () => acts.disable(rule) }, 'Disable ', which === 'a' ? 'the first' : 'the second')
    : '';
}

const name = rule => element('a', { href: `#/rules/${encodeURIComponent(rule)}` }, rule);
const severity = value => element('la-badge', { kind: 'severity', value });
