const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : whole.format(value);
}

/** Exact below ten thousand, short above: "9,812", "12.4K". */
export function shortCount(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value < 10_000 ? whole.format(value) : compact.format(value);
}

export function plural(value: number, one: string, many = `${one}s`): string {
  return `${whole.format(value)} ${value === 1 ? one : many}`;
}

export function bytes(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return '–';
  }
  if (value < 1000) {
    return `${value} B`;
  }
  const names = ['kB', 'MB', 'GB'];
  let amount = value / 1000;
  let name = 0;
  while (amount >= 1000 && name < names.length - 1) {
    amount /= 1000;
    name++;
  }
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${names[name]}`;
}

export function microseconds(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return '–';
  }
  return value < 1000 ? `${Math.round(value)} µs` : milliseconds(value / 1000);
}

export function milliseconds(value: number | null | undefined): string {
  if (value === null || value === undefined) {
    return '–';
  }
  if (value < 1) {
    return `${Math.round(value * 1000)} µs`;
  }
  return value < 1000 ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms` : `${(value / 1000).toFixed(value < 10_000 ? 1 : 0)} s`;
}
