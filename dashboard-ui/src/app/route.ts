import { withQuery, type Query } from '../api/http.js';

/** Where the page is: "#/findings/42?severity=critical" is page "findings", rest ["42"], query {severity}. */
export interface Route { page: string; rest: string[]; query: URLSearchParams }

const keyMark = 'key-';

export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  const parts = path.split('/').filter(part => part !== '').map(decode);
  return { page: parts[0] ?? 'overview', rest: parts.slice(1), query: new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1)) };
}

export function routeHash(page: string, rest: readonly (string | number)[] = [], query?: Query): string {
  return withQuery(`#/${[page, ...rest].map(part => encodeURIComponent(String(part))).join('/')}`, query);
}

/** Where one conversation is shown. Its identifier alone can be that of several callers; the part for the key is there also where the key is none. */
export function sessionHash(session: { session_id?: string; api_key_hash?: string }): string {
  return routeHash('sessions', [session.session_id ?? '', ...(session.api_key_hash === undefined ? [] : [keyMark + session.api_key_hash])]);
}

/** The findings of one conversation, also where it came without a key. */
export function findingsHash(session: { session_id?: string; api_key_hash?: string | undefined }): string {
  return routeHash('findings', [], new URLSearchParams({ session_id: session.session_id ?? '', ...(session.api_key_hash === undefined ? {} : { api_key_hash: session.api_key_hash }) }));
}

/** The hash of the key in the route of a conversation; undefined where it is not said. */
export function keyOf(route: Route): string | undefined {
  return route.rest[1]?.startsWith(keyMark) ? route.rest[1].slice(keyMark.length) : undefined;
}

export function navigate(hash: string, replaces = false): void {
  if (replaces) {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = hash;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
