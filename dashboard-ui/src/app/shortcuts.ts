import { html } from 'lit';
import { ask } from './ask.js';
import { entries } from './pages.js';

/** `/` to the search, `g` and a letter to a page, `?` for the list. Silent while someone types. */
export class ShortcutKeys {
  private awaitsLetter = 0;

  constructor(private readonly jump: (letter: string) => void) {}

  onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
      return;
    }
    if (this.awaitsLetter > performance.now()) {
      this.awaitsLetter = 0;
      this.jump(event.key);
      event.preventDefault();
    } else if (event.key === 'g') {
      this.awaitsLetter = performance.now() + 1500;
    } else if (event.key === '/') {
      const field = document.querySelector<HTMLInputElement>('#search');
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    } else if (event.key === '?') {
      void showShortcuts();
    }
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    && !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type));
}

export function showShortcuts(): Promise<boolean> {
  const rows: [string, string][] = [['/', 'Search findings'], ['↑ ↓', 'Move in a table'], ['Enter', 'Open the row'], ['Esc', 'Close the detail'], ['?', 'This list']];
  const jumps = entries.flatMap((entry): [string, string][] => (entry.jump ? [[`g ${entry.jump}`, entry.label]] : []));
  return ask({
    heading: 'Keyboard', confirm: 'Close', run: () => Promise.resolve(),
    content: html`<dl class="keys">${[...rows, ...jumps].map(([key, text]) => html`<div><dt>${key.split(' ').map(part => html`<kbd>${part}</kbd>`)}</dt><dd>${text}</dd></div>`)}</dl>`,
  });
}
