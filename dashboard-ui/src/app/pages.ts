import type { PluginPage } from '../api/types.js';

export interface Entry {
  id: string;
  label: string;
  order: number;
  icon: string;
  group: string;
  /** The letter after g that leads here. */
  jump?: string;
  load: () => Promise<unknown>;
  element: string;
  locked?: boolean;
  plugin?: PluginPage;
}

export const groups = ['Watch', 'Protect', 'System', 'Extensions'];

/** The pages of the product itself; each is a chunk of its own. */
export const entries: readonly Entry[] = [
  { id: 'overview', label: 'Overview', order: 10, icon: 'overview', group: 'Watch', jump: 'o', element: 'page-overview', load: () => import('../pages/overview.js') },
  { id: 'findings', label: 'Findings', order: 15, icon: 'findings', group: 'Watch', jump: 'f', element: 'page-findings', load: () => import('../pages/findings.js') },
];

/** Entries of plugins join their group by order; an unlocked page replaces its placeholder. */
export function withPlugins(own: readonly Entry[], pages: readonly PluginPage[]): Entry[] {
  const added = pages.map((page): Entry => ({
    id: page.id, label: page.label, order: page.order, icon: page.icon ?? 'extension', group: groups.find(group => group.toLowerCase() === page.group?.toLowerCase()) ?? 'Extensions',
    locked: page.locked === true, plugin: page, element: 'page-plugin', load: () => import('../pages/plugin-page.js'),
  }));
  const byId = new Map<string, Entry>();
  for (const entry of [...added.filter(entry => entry.locked), ...added.filter(entry => !entry.locked), ...own]) {
    byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => a.order - b.order || a.label.localeCompare(b.label));
}
