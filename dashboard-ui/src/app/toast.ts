/** A short message at the foot of the page, spoken to a screen reader too. */
export function toast(text: string, tone: 'plain' | 'bad' = 'plain'): void {
  let region = document.querySelector<HTMLElement>('.toasts');
  if (region === null) {
    region = document.createElement('div');
    region.className = 'toasts';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  const item = document.createElement('div');
  item.className = `toast ${tone}`;
  item.textContent = text;
  region.append(item);
  setTimeout(() => item.remove(), tone === 'bad' ? 8000 : 4000);
}
