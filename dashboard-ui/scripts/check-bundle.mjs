// Fails when all that a browser could ever load from dist/ is larger, compressed, than promised.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limit = 250_000;
const dist = new URL('../dist/', import.meta.url).pathname;
const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath ?? entry.path, entry.name));
const sizes = files.map(file => [file.slice(dist.length), gzipSync(readFileSync(file), { level: 9 }).length]).sort((a, b) => b[1] - a[1]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
for (const [name, size] of sizes.slice(0, process.argv.includes('--all') ? sizes.length : 8)) {
  console.log(`${String(size).padStart(8)}  ${name}`);
}
console.log(`${total} bytes gzip in ${sizes.length} files, ${limit} allowed`);
if (total > limit) {
  process.exitCode = 1;
}
