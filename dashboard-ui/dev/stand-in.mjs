// Serves the agreement with the server (API, live events) and dist/ from generated data, for tests and for looking at pages without the product.
//   node dev/stand-in.mjs [--port 8089] [--findings 1000000] [--fresh] [--rate 0.7] [--auth token|password|none] [--viewer]
// The token is 64 times "a", the password "argus". Writes its address and nothing else.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as data from './stand-in-data.mjs';

const flags = new Map();
for (let index = 2; index < process.argv.length; index++) {
  const name = process.argv[index].replace(/^--/, '');
  const next = process.argv[index + 1];
  flags.set(name, next === undefined || next.startsWith('--') ? true : (index++, next));
}
const port = Number(flags.get('port') ?? 8089);
const auth = String(flags.get('auth') ?? 'token');
const role = flags.get('viewer') ? 'viewer' : 'admin';
const world = data.createWorld({ findings: flags.get('fresh') ? 0 : Number(flags.get('findings') ?? 1_000_000), fresh: flags.get('fresh') === true });
const dist = join(fileURLToPath(new URL('.', import.meta.url)), '..', 'dist');
const token = 'a'.repeat(64);
const csrf = 'c'.repeat(64);
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };

// Live events: a ring of 1,000, replayed from Last-Event-ID.
const epoch = Date.now().toString(36);
const ring = [];
const clients = new Set();
let serial = 0;
function publish(name, body) {
  const text = `id: ${epoch}-${++serial}\nevent: ${name}\ndata: ${JSON.stringify(body)}\n\n`;
  ring.push([serial, text]);
  if (ring.length > 1000) {
    ring.shift();
  }
  clients.forEach(client => client.write(text));
}

function live(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('event: connected\ndata: {}\n\n');
  const last = String(request.headers['last-event-id'] ?? '');
  if (last !== '') {
    const [theirs, number] = last.split('-');
    if (theirs !== epoch || (ring.length > 0 && Number(number) < ring[0][0] - 1)) {
      response.write(`id: ${epoch}-${serial}\nevent: reset\ndata: {}\n\n`);
    } else {
      ring.filter(([at]) => at > Number(number)).forEach(([, text]) => response.write(text));
    }
  }
  clients.add(response);
  const beat = setInterval(() => response.write(': still here\n\n'), 5000);
  request.on('close', () => {
    clearInterval(beat);
    clients.delete(response);
  });
}

const rate = Number(flags.get('rate') ?? 0.7);
if (rate > 0) {
  setInterval(() => data.nextEvents(world).forEach(([name, body]) => publish(name, body)), 1000 / rate);
}

function json(response, status, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.end(body === null ? '' : JSON.stringify(body));
}

function refuse(response, status, error, detail, extra = {}) {
  json(response, status, { type: 'about:blank', title: error, status, detail, error, ...extra });
}

const signedIn = { authenticated: true, role, user: null, csrf_token: csrf, auth, version: '0.6.0-dev' };
const unknown = { auth, methods: auth === 'password' ? ['token', 'password'] : ['token'], token_file: '~/.lumen-argus/dashboard-token' };

async function api(request, response, url) {
  const path = url.pathname.slice('/api/v1'.length);
  const method = request.method ?? 'GET';
  let body = {};
  if (method !== 'GET') {
    let text = '';
    for await (const chunk of request) {
      text += chunk;
    }
    try {
      body = text === '' ? {} : JSON.parse(text);
    } catch {
      return refuse(response, 400, 'invalid_json', 'The body is not JSON.');
    }
  }
  if (path === '/session' && method === 'POST') {
    if (body.token === token || body.password === 'argus') {
      return json(response, 200, signedIn, { 'Set-Cookie': `argus_session=${'b'.repeat(64)}; HttpOnly; SameSite=Strict; Path=/` });
    }
    return refuse(response, 401, 'authentication_required', 'Wrong token.', unknown);
  }
  if (auth !== 'none' && !/argus_session=b{64}/.test(request.headers.cookie ?? '') && request.headers.authorization !== `Bearer ${token}`) {
    return refuse(response, 401, 'authentication_required', 'Sign in.', unknown);
  }
  if (path === '/session') {
    return method === 'DELETE' ? json(response, 204, null, { 'Set-Cookie': 'argus_session=; Max-Age=0; Path=/' }) : json(response, 200, signedIn);
  }
  if (path === '/live') {
    return live(request, response);
  }
  if (method !== 'GET' && request.headers['x-csrf-token'] !== csrf) {
    return refuse(response, 403, 'csrf_validation_failed', 'The CSRF token is missing.');
  }
  if (method !== 'GET' && role === 'viewer') {
    return refuse(response, 403, 'forbidden', 'Viewers change nothing.');
  }
  const answer = data.answer(world, method, path, url.searchParams, body, publish);
  if (answer === undefined) {
    return refuse(response, 404, 'not_found', 'There is no such thing.');
  }
  if (answer.text !== undefined) {
    response.writeHead(answer.status ?? 200, { 'Content-Type': answer.type ?? 'text/plain; charset=utf-8', ...(answer.name ? { 'Content-Disposition': `attachment; filename="${answer.name}"` } : {}) });
    return response.end(answer.text);
  }
  return json(response, answer.status ?? 200, answer.body);
}

function file(response, path) {
  const name = normalize(path).replace(/^(\.\.[/\\])+/, '');
  let full = join(dist, name);
  if (!full.startsWith(dist) || !existsSync(full) || !statSync(full).isFile()) {
    if (name.startsWith('/assets/')) {
      response.writeHead(404).end();
      return;
    }
    full = join(dist, 'index.html');
  }
  response.writeHead(200, {
    'Content-Type': types[extname(full)] ?? 'application/octet-stream', 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff',
    'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  createReadStream(full).pipe(response);
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (url.pathname.startsWith('/api/v1')) {
    api(request, response, url).catch(error => refuse(response, 500, 'internal_error', String(error?.message ?? error)));
  } else if (url.pathname.startsWith('/plugins/')) {
    const asset = data.pluginAsset(url.pathname);
    response.writeHead(asset ? 200 : 404, { 'Content-Type': types[extname(url.pathname)] ?? 'text/plain' });
    response.end(asset ?? '');
  } else {
    file(response, url.pathname);
  }
});
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/#token=${token}`));
