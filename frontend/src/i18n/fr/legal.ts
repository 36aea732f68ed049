export const legal = {
  version: (version: string) => `Version ${version}`,
  published: 'publiée le',
  others: 'Autres documents',
};
