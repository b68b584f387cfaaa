// Takes a picture of every page in both themes and widths:  node scripts/screenshots.mjs OUT [--only findings,rules] [--base http://127.0.0.1:8089] [--width 1440] [--theme dark]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './chromium.mjs';
import { looks, resolve, signIn } from './looks.mjs';

const flag = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const out = process.argv[2] ?? 'shots';
const base = flag('base', 'http://127.0.0.1:8089');
const only = flag('only', '').split(',').filter(Boolean);
const sizes = [[1440, 900], [380, 820]].filter(([width]) => flag('width', String(width)) === String(width));
const themes = ['light', 'dark'].filter(theme => flag('theme', theme) === theme);
mkdirSync(out, { recursive: true });
const browser = await launch();
try {
  const page = await browser.page();
  for (const [width, height] of sizes) {
    for (const theme of themes) {
      await page.look(width, height, theme);
      await signIn(page, base);
      for (const [name, hash, ready, before] of looks) {
        if (only.length > 0 && !only.includes(name)) {
          continue;
        }
        await page.goto(`${base}/${await resolve(page, hash)}`);
        const isThere = await page.until(ready);
        if (before) {
          await page.evaluate(before);
        }
        await new Promise(resolve => setTimeout(resolve, Number(flag('settle', '500'))));
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        await page.shot(join(out, `${name}-${width}-${theme}.png`));
        console.log(`${isThere ? 'ok  ' : 'LATE'} ${name} ${width} ${theme}${overflow > 0 ? ` OVERFLOWS by ${overflow}` : ''}`);
      }
    }
  }
  page.problems.forEach(problem => console.log('PROBLEM', problem));
} finally {
  browser.close();
}
