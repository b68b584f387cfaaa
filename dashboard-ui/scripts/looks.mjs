// The pages as someone meets them: name, address, an expression that is true once it shows its data, something to do before the picture.
const rows = `(() => { const t = [...document.querySelectorAll('main la-table')]; return t.length > 0 && t.every(x => x.shadowRoot && !x.shadowRoot.querySelector('[aria-busy=true]')); })()`;
const card = `document.querySelector('main la-card') !== null`;

export const looks = [
  ['overview', '#/overview', rows],
  ['findings', '#/findings', rows],
  ['finding', '#/findings/999997', `document.querySelector('.detail .facts') !== null`],
  ['findings-none', '#/findings?q=zzzz&severity=critical', rows],
  ['sessions', '#/sessions', rows],
  ['session', '#/sessions/0193f003-', `document.querySelector('.turn') !== null`],
  ['rules', '#/rules', rows],
  ['rule', '#/rules/aws_access_key', `document.querySelector('rule-detail .facts') !== null`],
  ['rule-add', '#/rules', rows, `document.querySelector('.page-head button.primary').click()`],
  ['allowlists', '#/allowlists?add=AKIA****&list=secrets', rows],
  ['notifications', '#/notifications', `document.querySelectorAll('main la-card .facts').length > 2`],
  ['channel-add', '#/notifications', `document.querySelectorAll('main la-card .facts').length > 2`, `[...document.querySelectorAll('.page-head button')].at(-2).click()`],
  ['pipeline', '#/pipeline', `document.querySelectorAll('.stage-line').length > 5`],
  ['plugins', '#/plugins', rows],
  ['plugin', '#/plugins/acme.gateway', `document.querySelector('.detail .facts') !== null`],
  ['calls', '#/activity', rows],
  ['tools', '#/activity/tools', rows],
  ['sockets', '#/activity/sockets', rows],
  ['audit', '#/audit', rows],
  ['audit-line', '#/audit', rows, `document.querySelector('main la-table').shadowRoot.querySelectorAll('tbody tr')[4].click()`],
  ['logs', '#/logs', `document.querySelector('.log-line') !== null`],
  ['settings', '#/settings', `document.querySelectorAll('.key-line').length > 5`],
  ['passthrough', '#/settings', `document.querySelectorAll('.key-line').length > 5`, `[...document.querySelectorAll('la-card button')].find(b => b.textContent.startsWith('Passthrough')).click()`],
  ['setup', '#/setup', `document.querySelectorAll('.command').length > 3`],
  ['plugin-module', '#/rule-analysis', `document.querySelector('.plugin-root')?.shadowRoot?.querySelector('la-table')?.rows?.length > 0`],
  ['plugin-fragment', '#/acme-report', `document.querySelector('.plugin-root')?.shadowRoot?.querySelector('la-table')?.rows?.length > 0`],
  ['locked', '#/enrollment', `document.querySelector('main la-empty') !== null`],
  ['unknown', '#/nothing-here', `document.querySelector('main la-empty') !== null`],
];

export async function signIn(page, base) {
  await page.goto(`${base}/#token=${'a'.repeat(64)}`);
  await page.until(`document.querySelector('main h1') !== null && !location.hash.includes('token')`);
}

/** The whole id of a session of which the address has the beginning. */
export async function resolve(page, hash) {
  const start = /^#\/sessions\/(.+)$/.exec(hash)?.[1];
  return start === undefined ? hash : `#/sessions/${await page.evaluate(`fetch('/api/v1/sessions?limit=100').then(r => r.json()).then(a => a.sessions.find(s => s.session_id.startsWith(${JSON.stringify(start)})).session_id)`)}`;
}
