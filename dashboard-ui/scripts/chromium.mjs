// Drives a headless Chromium over its debugging pipe: no port, no package. From CHROMIUM, else PATH.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const places = [process.env.CHROMIUM, ...(process.env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))];
  for (const place of places) {
    try {
      accessSync(place, constants.X_OK);
      return place;
    } catch {
      // The next one.
    }
  }
  throw new Error('No Chromium found: set CHROMIUM or run "apt-get install chromium".');
}

export async function launch() {
  const child = spawn(findChromium(), ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--hide-scrollbars', '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , out, back] = child.stdio;
  const waiting = new Map();
  const listeners = new Set();
  let rest = '';
  let serial = 0;
  back.setEncoding('utf8');
  back.on('data', text => {
    rest += text;
    const parts = rest.split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const message = JSON.parse(part);
      const pending = waiting.get(message.id);
      if (pending) {
        waiting.delete(message.id);
        message.error ? pending.reject(new Error(`${pending.method}: ${message.error.message}`)) : pending.resolve(message.result);
      } else {
        listeners.forEach(listener => listener(message));
      }
    }
  });
  const send = (method, params = {}, sessionId) => new Promise((resolve, reject) => {
    waiting.set(++serial, { resolve, reject, method });
    out.write(`${JSON.stringify({ id: serial, method, params, sessionId })}\0`);
  });
  return {
    async page() {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const call = (method, params) => send(method, params, sessionId);
      const problems = [];
      listeners.add(message => {
        if (message.sessionId !== sessionId) {
          return;
        }
        if (message.method === 'Runtime.exceptionThrown') {
          problems.push(message.params.exceptionDetails.exception?.description ?? message.params.exceptionDetails.text);
        } else if (message.method === 'Log.entryAdded' && message.params.entry.level === 'error') {
          problems.push(`${message.params.entry.text} ${message.params.entry.url ?? ''}`);
        } else if (message.method === 'Runtime.consoleAPICalled' && message.params.type === 'error') {
          problems.push(message.params.args.map(arg => arg.description ?? arg.value).join(' '));
        }
      });
      await Promise.all(['Page.enable', 'Runtime.enable', 'Log.enable', 'Network.enable'].map(method => call(method)));
      const evaluate = async expression => {
        const { result, exceptionDetails } = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
        if (exceptionDetails) {
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        }
        return result.value;
      };
      return {
        call, evaluate, problems,
        async look(width, height, scheme) {
          await call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
          await call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
        },
        goto: url => call('Page.navigate', { url }),
        async until(expression, milliseconds = 8000) {
          const end = Date.now() + milliseconds;
          while (!(await evaluate(expression).catch(() => false))) {
            if (Date.now() > end) {
              return false;
            }
            await new Promise(resolve => setTimeout(resolve, 40));
          }
          return true;
        },
        async shot(path) {
          const { writeFileSync } = await import('node:fs');
          const { data } = await call('Page.captureScreenshot', { format: 'png' });
          writeFileSync(path, Buffer.from(data, 'base64'));
        },
      };
    },
    close: () => { child.kill(); },
  };
}
