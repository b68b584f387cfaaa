/** What a person chose for this browser: shown columns and the like. */
export function remembered<T>(name: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`la-${name}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(`la-${name}`, JSON.stringify(value));
  } catch {
    // Private mode: forgotten with the page.
  }
}
