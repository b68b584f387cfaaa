import type { SessionInfo } from './types.js';

export const root = '/api/v1';

/** What the server answers when it refuses: problem details (RFC 9457) with the code of the reference. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly body: Record<string, unknown> = {}) {
    super(message);
  }

  get field(): string | undefined {
    return typeof this.body['field'] === 'string' ? this.body['field'] : undefined;
  }
}

let csrfToken = '';
let signedOut: (error: ApiError) => void = () => undefined;

export function useSession(session: SessionInfo | null): void {
  csrfToken = session?.csrf_token ?? '';
}

/** Called when any call finds that there is no session (any more). */
export function onSignedOut(handler: (error: ApiError) => void): void {
  signedOut = handler;
}

/** Of a record what is empty is left out; parameters go as they are. */
export type Query = Record<string, string | number | boolean | null | undefined> | URLSearchParams;

export function withQuery(path: string, query?: Query): string {
  const parameters = query instanceof URLSearchParams ? query : new URLSearchParams();
  for (const [name, value] of query instanceof URLSearchParams ? [] : Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}

/** A call below /api/v1 with what changes need; the answer as it comes. */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const method = (init.method ?? 'GET').toUpperCase();
  if (method !== 'GET' && method !== 'HEAD') {
    headers.set('X-CSRF-Token', csrfToken);
    headers.set('Content-Type', 'application/json');
  }
  headers.set('Accept', headers.get('Accept') ?? 'application/json');
  try {
    return await fetch(root + path, { ...init, headers, credentials: 'same-origin', cache: 'no-store' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError(0, 'unreachable', 'LumenArgus does not answer. Is it still running?');
  }
}

async function read<T>(response: Response, isSignIn = false): Promise<T> {
  const text = await response.text();
  let body: unknown = null;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    // Not JSON: the status says enough.
  }
  if (response.ok) {
    return body as T;
  }
  const problem = (body ?? {}) as Record<string, unknown>;
  const code = typeof problem['error'] === 'string' ? problem['error'] : `http_${response.status}`;
  // Of several settings none of which could be changed each has its own reason.
  const reasons = Array.isArray(problem['errors']) ? (problem['errors'] as { key?: string; error?: string }[]).map(({ key, error }) => [key, error].filter(Boolean).join(' ')).join('; ') : '';
  const detail = [problem['detail'], problem['title'], problem['message'], reasons].find(part => typeof part === 'string' && part !== '');
  const error = new ApiError(response.status, code, typeof detail === 'string' ? detail : `The server answered ${response.status}.`, problem);
  if (response.status === 429) {
    error.body['retry_after'] = Number(response.headers.get('Retry-After') ?? '0');
  }
  if (response.status === 401 && !isSignIn) {
    signedOut(error);
  }
  throw error;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return read<T>(await call(withQuery(path, query), { signal: signal ?? null }));
}

/** A text that is no JSON, such as a fragment; what goes wrong is told like everywhere. */
export async function getText(path: string, accept: string, signal?: AbortSignal): Promise<string> {
  const response = await call(path, { headers: { Accept: accept }, signal: signal ?? null });
  return response.ok ? response.text() : read<string>(response);
}

export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return read<T>(await call(path, { method, body: body === undefined ? null : JSON.stringify(body) }));
}

export async function currentSession(): Promise<SessionInfo> {
  return read<SessionInfo>(await call('/session'), true);
}

export async function signIn(credentials: { token: string } | { password: string }): Promise<SessionInfo> {
  return read<SessionInfo>(await call('/session', { method: 'POST', body: JSON.stringify(credentials) }), true);
}

export async function signOut(): Promise<void> {
  await call('/session', { method: 'DELETE' });
  useSession(null);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}
