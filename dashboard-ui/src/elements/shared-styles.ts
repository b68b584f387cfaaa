import { css } from 'lit';

// What the document and the shadow roots of the host elements have in common: text, buttons, fields, small utilities.
export const sharedStyles = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { font: var(--la-size)/1.45 var(--la-font); color: var(--la-text); }
  :host([hidden]), [hidden] { display: none !important; }
  a { color: var(--la-accent); text-decoration: none; }
  a:hover { text-decoration: underline; }
  :is(p, dd, .stage-more) a:not(.button) { text-decoration: underline; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); text-underline-offset: 2px; }
  :focus-visible { outline: 2px solid var(--la-focus); outline-offset: 1px; border-radius: var(--la-radius-small); }
  code, .mono { font-family: var(--la-mono); font-size: 12px; }
  .num { font-variant-numeric: tabular-nums; }
  .muted { color: var(--la-muted); }
  .small { font-size: var(--la-size-small); }
  .strong { font-weight: 600; }
  .bad { color: var(--la-critical); }
  .warn { color: var(--la-warning); }
  .good { color: var(--la-good); }
  .ellipsis { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
  .wrap { overflow-wrap: anywhere; }
  .row { display: flex; align-items: center; gap: 8px; min-width: 0; }
  .row.wraps { flex-wrap: wrap; }
  .spread { justify-content: space-between; }
  .grow { flex: 1 1 auto; min-width: 0; }
  .stack { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  button, .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 28px; padding: 3px 10px; margin: 0;
    font: 500 var(--la-size)/1.2 var(--la-font); color: var(--la-text); background: var(--la-surface);
    border: 1px solid var(--la-line); border-radius: var(--la-radius); cursor: pointer; white-space: nowrap; text-decoration: none;
  }
  button:hover:not(:disabled), .button:hover { background: var(--la-hover); border-color: var(--la-line-strong); text-decoration: none; }
  button:disabled { opacity: .5; cursor: not-allowed; }
  button.primary, .button.primary { background: var(--la-accent-fill); border-color: transparent; color: var(--la-on-accent); }
  button.primary:hover:not(:disabled), .button.primary:hover { filter: brightness(1.08); background: var(--la-accent-fill); }
  button.danger { color: var(--la-critical); }
  button.danger:hover:not(:disabled) { background: var(--la-critical-soft); border-color: var(--la-critical); }
  button.quiet, .button.quiet { background: none; border-color: transparent; color: var(--la-muted); }
  button.quiet:hover:not(:disabled), .button.quiet:hover { background: var(--la-hover); color: var(--la-text); }
  button.icon { padding: 0; width: 28px; }
  button.link { background: none; border: 0; padding: 0; min-height: 0; color: var(--la-accent); }
  button.link:hover:not(:disabled) { background: none; text-decoration: underline; }
  button[aria-pressed='true'] { background: var(--la-selected); border-color: var(--la-accent); color: var(--la-text); }

  input:not([type='checkbox'], [type='radio']), select, textarea {
    font: var(--la-size)/1.3 var(--la-font); color: var(--la-text); background: var(--la-surface); min-height: 28px; padding: 3px 8px; margin: 0;
    border: 1px solid var(--la-line-strong); border-radius: var(--la-radius); min-width: 0; max-width: 100%;
  }
  select { padding-right: 22px; appearance: none; background-repeat: no-repeat; background-position: right 9px center; background-size: 8px 5px;
    background-image: linear-gradient(45deg, transparent 50%, var(--la-muted) 50%), linear-gradient(-45deg, transparent 50%, var(--la-muted) 50%);
    background-size: 4px 4px; background-position: right 12px center, right 8px center; }
  select option { background: var(--la-raised); color: var(--la-text); }
  textarea { min-height: 64px; resize: vertical; }
  input[type='checkbox'], input[type='radio'] { accent-color: var(--la-accent-fill); margin: 0; width: 14px; height: 14px; flex: none; }
  input::placeholder, textarea::placeholder { color: var(--la-muted); opacity: 1; }
  :is(input, select, textarea)[aria-invalid='true'] { border-color: var(--la-critical); }
  label.field { display: flex; flex-direction: column; gap: 3px; font-size: var(--la-size-small); color: var(--la-muted); min-width: 0; }
  label.field > :is(input, select, textarea) { color: var(--la-text); }

  .chip {
    display: inline-flex; align-items: center; gap: 5px; min-height: 24px; padding: 1px 8px; font-size: var(--la-size-small); white-space: nowrap;
    border: 1px solid var(--la-line); border-radius: 12px; background: var(--la-surface); color: var(--la-text); max-width: 100%;
  }
  .chip .count { color: var(--la-muted); font-variant-numeric: tabular-nums; }
  .note { padding: 8px 12px; border-radius: var(--la-radius); border: 1px solid var(--la-line); background: var(--la-surface); display: flex; gap: 8px; align-items: flex-start; }
  .note.bad { color: var(--la-text); background: var(--la-critical-soft); border-color: var(--la-critical); }
  .note.warn { color: var(--la-text); background: var(--la-warning-soft); border-color: var(--la-warning); }
  .note.good { color: var(--la-text); background: var(--la-good-soft); border-color: var(--la-good); }
  .note.bad > svg { color: var(--la-critical); }
  .note.warn > svg { color: var(--la-warning); }
  .note.good > svg { color: var(--la-good); }
  .note > svg { margin-top: 1px; }
  svg.glyph { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  svg.glyph.tiny { width: 13px; height: 13px; }
  pre.code { margin: 0; padding: 8px 10px; background: var(--la-sunken); border: 1px solid var(--la-line); border-radius: var(--la-radius);
    font: 12px/1.55 var(--la-mono); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 300px; overflow: auto; }
  mark { background: var(--la-warning-soft); color: var(--la-warning); border-radius: 3px; padding: 0 2px; font-weight: 600; }
  wa-switch { --height: 16px; --width: 28px; --thumb-size: 12px; }
  wa-switch:state(checked)::part(thumb) { background-color: #fff; border-color: #fff; }
  .skeleton { display: block; height: 10px; border-radius: 5px; background: var(--la-line); opacity: .7; animation: la-breathe 1.4s ease-in-out infinite; }
  @keyframes la-breathe { 50% { opacity: .35; } }
`;
