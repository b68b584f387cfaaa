import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

// Line drawings on a grid of 16 by 16; one stroke weight, so that they sit quietly beside text.
const shapes: Record<string, SVGTemplateResult> = {
  overview: svg`<path d="M2.500 13.500V9m3.700 4.500v-11m3.600 11V6.500m3.700 7V4"/>`,
  findings: svg`<path d="M8 2 2.500 4v4c0 3 2.200 5.200 5.500 6.300 3.300-1.100 5.500-3.300 5.500-6.300V4L8 2Z"/><path d="M8 5.500v3M8 10.800v.1"/>`,
  sessions: svg`<path d="M3 2.800h10a.7.7 0 0 1 .7.700v6.300a.7.7 0 0 1-.7.7H7.500L4.800 13v-2.500H3a.7.7 0 0 1-.7-.7V3.500a.7.7 0 0 1 .7-.7Z"/><path d="M5 5.500h6M5 7.800h4"/>`,
  activity: svg`<path d="M1.800 8h3l2-5 3 10 2-5h2.500"/>`,
  audit: svg`<path d="M4 2.300h6l2.300 2.300v9H4z"/><path d="M6 7h4.500M6 9.300h4.500M6 11.500h2.500"/>`,
  rules: svg`<path d="M5.500 4h8M5.500 8h8M5.500 12h8"/><path d="m1.700 4 .8.8L3.800 3.500M1.700 8l.8.8 1.300-1.300M1.700 12l.8.8 1.300-1.300"/>`,
  allowlists: svg`<circle cx="8" cy="8" r="5.700"/><path d="m5.500 8.200 1.800 1.700 3.200-3.700"/>`,
  pipeline: svg`<circle cx="3.500" cy="8" r="1.700"/><circle cx="12.500" cy="4" r="1.700"/><circle cx="12.500" cy="12" r="1.700"/><path d="M5.200 8h2.300l1.500-4h1.800M7.500 8 9 12h1.800"/>`,
  notifications: svg`<path d="M3.300 11.500h9.400c-.9-1-1.200-2-1.200-4.300a3.500 3.500 0 0 0-7 0c0 2.300-.3 3.300-1.200 4.300ZM6.700 13.500h2.600"/>`,
  plugins: svg`<path d="M2.500 6.500h3.300c-.9-1.800 0-3.700 1.700-3.700s2.600 1.900 1.700 3.700h3.300v7h-10z"/>`,
  logs: svg`<path d="M2.500 3.500h11v9h-11z"/><path d="m5 6.500 1.700 1.500L5 9.500M8.500 10h2.500"/>`,
  settings: svg`<path d="M2.300 5h6M12 5h1.700M2.300 11h1.700M8 11h5.700"/><circle cx="10.200" cy="5" r="1.700"/><circle cx="5.800" cy="11" r="1.700"/>`,
  setup: svg`<path d="M6 2.500v3M10 2.500v3M4.300 5.500h7.400v2.300a3.700 3.700 0 0 1-7.400 0zM8 11.500v2.500"/>`,
  extension: svg`<path d="M2.800 2.800h4.400v4.400H2.800zM8.800 8.800h4.400v4.400H8.800zM2.800 8.800h4.400v4.400H2.800z"/><path d="M11 2.500v4.500M8.800 4.800h4.500"/>`,
  lock: svg`<rect x="3.500" y="7" width="9" height="6.500" rx="1"/><path d="M5.300 7V5a2.700 2.700 0 0 1 5.400 0v2"/>`,
  search: svg`<circle cx="7" cy="7" r="4.200"/><path d="m10.200 10.200 3.500 3.500"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  menu: svg`<path d="M2.500 4.500h11M2.500 8h11M2.500 11.500h11"/>`,
  sun: svg`<circle cx="8" cy="8" r="2.800"/><path d="M8 1.800v1.400M8 12.800v1.400M1.800 8h1.400M12.800 8h1.400M3.600 3.600l1 1M11.400 11.400l1 1M3.600 12.400l1-1M11.400 4.600l1-1"/>`,
  moon: svg`<path d="M13 9.500A5.500 5.500 0 0 1 6.500 3a5.500 5.500 0 1 0 6.500 6.500Z"/>`,
  screen: svg`<rect x="2" y="3" width="12" height="8" rx="1"/><path d="M6 13.500h4"/>`,
  pause: svg`<path d="M5.500 3.500v9M10.500 3.500v9"/>`,
  play: svg`<path d="M5 3.300v9.400l7.500-4.700z"/>`,
  copy: svg`<rect x="5.500" y="5.500" width="8" height="8" rx="1"/><path d="M10.500 5.500v-3h-8v8h3"/>`,
  check: svg`<path d="m3 8.500 3.200 3.200L13 4.800"/>`,
  down: svg`<path d="m4 6.300 4 4 4-4"/>`,
  right: svg`<path d="m6.300 4 4 4-4 4"/>`,
  left: svg`<path d="m9.700 4-4 4 4 4"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  trash: svg`<path d="M3 4.500h10M6.500 4.500v-2h3v2M4.300 4.500l.6 9h6.200l.6-9"/>`,
  edit: svg`<path d="m3 13 .6-2.800 7-7 2.200 2.200-7 7z"/>`,
  download: svg`<path d="M8 2.500v7.500M5 7.300l3 3 3-3M2.800 13h10.400"/>`,
  refresh: svg`<path d="M13 8a5 5 0 1 1-1.500-3.600M13 2.500v2.700h-2.700"/>`,
  external: svg`<path d="M7 3.500H3.500v9h9V9M9.500 2.800h3.700v3.700M13 3 7.500 8.500"/>`,
  columns: svg`<path d="M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10"/>`,
  warning: svg`<path d="M8 2.500 14 13H2z"/><path d="M8 6.500v3M8 11.200v.1"/>`,
  question: svg`<circle cx="8" cy="8" r="5.700"/><path d="M6.300 6.500a1.700 1.700 0 1 1 2.500 1.500c-.6.3-.8.600-.8 1.200M8 11.200v.1"/>`,
  eye: svg`<path d="M1.800 8C3.500 5.300 5.600 4 8 4s4.500 1.300 6.200 4C12.500 10.700 10.400 12 8 12S3.500 10.700 1.800 8Z"/><circle cx="8" cy="8" r="1.700"/>`,
  user: svg`<circle cx="8" cy="5.500" r="2.700"/><path d="M3 13.500c.5-2.600 2.300-4 5-4s4.500 1.400 5 4"/>`,
  // What happened to a request; each has its own outline, so that no colour is needed to tell them apart.
  block: svg`<path d="M5.600 2.300h4.800l3.300 3.300v4.800l-3.300 3.300H5.600l-3.300-3.300V5.600z"/><path d="M5 8h6"/>`,
  alert: svg`<path d="M8 2.500 14 13H2z"/><path d="M8 6.500v3M8 11.200v.1"/>`,
  redact: svg`<path d="M2 4.500h12M2 11.500h5"/><path d="M2 8h12" stroke-width="3.500"/>`,
  strip: svg`<circle cx="4" cy="4.500" r="1.700"/><circle cx="4" cy="11.500" r="1.700"/><path d="m5.500 5.500 8 6M5.500 10.500l8-6"/>`,
  log: svg`<path d="M4 2.300h8v11.400H4z"/><path d="M6.200 6h3.600M6.200 9h3.600"/>`,
  pass: svg`<circle cx="8" cy="8" r="5.700"/><path d="m5.500 8.200 1.800 1.700 3.200-3.700"/>`,
};

export function glyph(name: string, extra = ''): TemplateResult {
  return html`<svg class="glyph ${extra}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${shapes[name] ?? shapes['extension']}</svg>`;
}

export function hasGlyph(name: string): boolean {
  return name in shapes;
}
