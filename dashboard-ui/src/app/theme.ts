export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

const key = 'la-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const handlers = new Set<(theme: Theme) => void>();

export function themeChoice(): ThemeChoice {
  const stored = read();
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function theme(): Theme {
  const choice = themeChoice();
  return choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
}

export function onTheme(handler: (theme: Theme) => void): () => void {
  handlers.add(handler);
  return () => handlers.delete(handler);
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, choice);
    }
  } catch {
    // No storage: the choice holds for this page.
  }
  apply(choice);
}

export function startTheme(): void {
  apply(themeChoice());
  dark.addEventListener('change', tell);
}

function apply(choice: ThemeChoice): void {
  if (choice === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = choice;
  }
  tell();
}

function tell(): void {
  const now = theme();
  for (const handler of handlers) {
    handler(now);
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
