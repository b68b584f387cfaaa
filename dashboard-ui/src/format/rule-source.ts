import type { Rule } from '../api/types.js';

/** Who brings a rule: the plugin, or whoever added it. */
export function ruleSource(rule: Pick<Rule, 'source' | 'plugin'>): string {
  switch (rule.source) {
    case 'import': return rule.plugin || 'Rule file';
    case 'yaml': return 'Custom, in config.yaml';
    case 'api': return 'Custom, by the API';
    default: return 'Custom';
  }
}
