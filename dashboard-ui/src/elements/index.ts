// The public elements: plugins' pages use them by name. See README.md.
import './la-badge.js';
import './la-card.js';
import './la-chart.js';
import './la-copy.js';
import './la-empty.js';
import './la-stat.js';
import './la-table.js';
import './la-time.js';
