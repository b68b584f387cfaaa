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
  { id: 'sessions', label: 'Sessions', order: 20, icon: 'sessions', group: 'Watch', jump: 's', element: 'page-sessions', load: () => import('../pages/sessions.js') },
  { id: 'activity', label: 'Activity', order: 22, icon: 'activity', group: 'Watch', jump: 'c', element: 'page-activity', load: () => import('../pages/activity.js') },
  { id: 'audit', label: 'Audit', order: 24, icon: 'audit', group: 'Watch', jump: 'a', element: 'page-audit', load: () => import('../pages/audit.js') },
  { id: 'rules', label: 'Rules', order: 25, icon: 'rules', group: 'Protect', jump: 'r', element: 'page-rules', load: () => import('../pages/rules.js') },
  { id: 'allowlists', label: 'Allowlists', order: 45, icon: 'allowlists', group: 'Protect', jump: 'w', element: 'page-allowlists', load: () => import('../pages/allowlists.js') },
  { id: 'pipeline', label: 'Pipeline', order: 50, icon: 'pipeline', group: 'Protect', jump: 'p', element: 'page-pipeline', load: () => import('../pages/pipeline.js') },
  { id: 'notifications', label: 'Notifications', order: 55, icon: 'notifications', group: 'Protect', jump: 'n', element: 'page-notifications', load: () => import('../pages/notifications.js') },
  { id: 'setup', label: 'Set up a tool', order: 60, icon: 'setup', group: 'System', jump: 't', element: 'page-setup', load: () => import('../pages/setup.js') },
  { id: 'plugins', label: 'Plugins', order: 65, icon: 'plugins', group: 'System', jump: 'x', element: 'page-plugins', load: () => import('../pages/plugins.js') },
  { id: 'logs', label: 'Logs', order: 75, icon: 'logs', group: 'System', jump: 'l', element: 'page-logs', load: () => import('../pages/logs.js') },
  { id: 'settings', label: 'Settings', order: 90, icon: 'settings', group: 'System', jump: 'e', element: 'page-settings', load: () => import('../pages/settings.js') },
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
