// The public elements: plugins' pages use them by name. See README.md.
import './la-badge.js';
import './la-card.js';
import './la-chart.js';
import './la-copy.js';
import './la-empty.js';
import './la-stat.js';
import './la-table.js';
import './la-time.js';

declare global {
  interface HTMLElementTagNameMap {
    'la-badge': import('./la-badge.js').LaBadge;
    'la-card': import('./la-card.js').LaCard;
    'la-chart': import('./la-chart.js').LaChart;
    'la-copy': import('./la-copy.js').LaCopy;
    'la-empty': import('./la-empty.js').LaEmpty;
    'la-stat': import('./la-stat.js').LaStat;
    'la-table': import('./la-table.js').LaTable;
    'la-time': import('./la-time.js').LaTime;
  }
}
