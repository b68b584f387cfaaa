export const columns = [{ key: 'name', label: 'Name' }, { key: 'hits', label: 'Hits', kind: 'number', sortable: true }];
