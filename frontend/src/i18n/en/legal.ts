import type { legal as french } from '../fr/legal';

export const legal: typeof french = {
  version: (version) => `Version ${version}`,
  published: 'published on',
  others: 'Other documents',
};
