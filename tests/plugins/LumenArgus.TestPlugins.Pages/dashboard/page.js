import { columns } from './lib/columns.js';

export function mount(root, context) {
  const table = document.createElement('la-table');
  table.label = 'Rows of the plugin';
  table.columns = columns;
  root.append(table);
  const read = () => context.api('rows').then(answer => answer.json()).then(({ rows }) => { table.rows = rows; });
  void read();
  const release = context.on('test_told', read);
  return () => {
    release();
    root.replaceChildren();
  };
}
