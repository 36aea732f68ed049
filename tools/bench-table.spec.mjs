import { expect, it } from 'vitest';
import { formatTable } from './bench-table.mjs';

it('aligns names to the left and figures to the right', () => {
  const table = formatTable([
    { name: 'events per second', value: 12_345.6, reference: 1_000, ratio: 12.3456, note: 'PostgreSQL' },
    { name: 'first page', value: 0.5 },
  ]);
  expect(table.split('\n')).toEqual([
    '  name                value  reference   ratio  note',
    '  events per second  12,346      1,000  12.35×  PostgreSQL',
    '  first page           0.50',
  ]);
});
