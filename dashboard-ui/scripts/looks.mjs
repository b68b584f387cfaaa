// The pages as someone meets them: name, address, an expression that is true once it shows its data, something to do before the picture.
const rows = `(() => { const t = [...document.querySelectorAll('main la-table')]; return t.length > 0 && t.every(x => x.shadowRoot && !x.shadowRoot.querySelector('[aria-busy=true]')); })()`;
const card = `document.querySelector('main la-card') !== null`;

export const looks = [
  ['overview', '#/overview', rows],
  ['findings', '#/findings', rows],
  ['finding', '#/findings/999997', `document.querySelector('.detail .facts') !== null`],
];

export async function signIn(page, base) {
  await page.goto(`${base}/#token=${'a'.repeat(64)}`);
  await page.until(`document.querySelector('main h1') !== null && !location.hash.includes('token')`);
}
