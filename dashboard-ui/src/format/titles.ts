import { label } from './labels.js';

let titles: Readonly<Record<string, string>> = {};

/** Takes the titles that rules have, by the name of the rule. Says whether any of them is new. */
export function useTitles(next: Readonly<Record<string, string>>): boolean {
  const isNew = JSON.stringify(next) !== JSON.stringify(titles);
  titles = next;
  return isNew;
}

/** What was found, as a person says it: the title of the rule, or its name in words where it has none, or is not there any more. */
export function typeTitle(type: string | null | undefined): string {
  return (type && Object.hasOwn(titles, type) ? titles[type] : undefined) ?? label(type);
}
