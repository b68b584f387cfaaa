// Runs axe-core over every page in both themes and widths:  node scripts/check-axe.mjs [--base http://127.0.0.1:8089] [--only findings,rules]
// Starts the stand-in itself when no --base is given. Any violation is a failure.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch } from './chromium.mjs';
import { looks, resolve, signIn } from './looks.mjs';

const flag = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const only = flag('only', '').split(',').filter(Boolean);
let base = flag('base', '');
let server = null;
if (base === '') {
  server = spawn(process.execPath, [new URL('../dev/stand-in.mjs', import.meta.url).pathname, '--port', '0', '--rate', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  base = new URL(await new Promise(done => server.stdout.once('data', data => done(String(data).trim())))).origin;
}
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launch();
let failures = 0;
let looked = 0;
try {
  const page = await browser.page();
  const check = async name => {
    await page.evaluate(axe);
    const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.target.flat().join(' ') + ' | ' + n.html.slice(0, 160) + ' | ' + (n.any[0]?.message ?? n.all[0]?.message ?? '')).slice(0, 4), count: v.nodes.length })))`);
    looked++;
    for (const violation of found) {
      failures++;
      console.log(`${name}: ${violation.id} (${violation.impact}, ${violation.count})`);
      violation.nodes.forEach(node => console.log(`    ${node}`));
    }
  };
  for (const [width, height] of [[1440, 900], [380, 820]]) {
    for (const theme of ['light', 'dark']) {
      await page.look(width, height, theme);
      await page.call('Network.clearBrowserCookies');
      if (only.length === 0) {
        await page.goto(`${base}/login`);
        await page.until(`document.querySelector('.login-card') !== null`);
        await check(`login ${width} ${theme}`);
      }
      await signIn(page, base);
      for (const [name, hash, ready, before] of looks.filter(([name]) => only.length === 0 || only.includes(name))) {
        await page.goto(`${base}/${await resolve(page, hash)}`);
        if (!(await page.until(ready))) {
          failures++;
          console.log(`${name} ${width} ${theme}: not there after 8 s`);
        }
        if (before) {
          await page.evaluate(before);
        }
        await new Promise(done => setTimeout(done, before ? 500 : 150));
        await check(`${name} ${width} ${theme}`);
      }
    }
  }
  for (const problem of page.problems.filter(problem => !/inline event handler|status of 401/.test(problem))) {
    failures++;
    console.log(`problem: ${problem}`);
  }
} finally {
  browser.close();
  server?.kill();
}
console.log(`${looked} looks, ${failures} failures`);
process.exitCode = failures === 0 && looked > 0 ? 0 : 1;
