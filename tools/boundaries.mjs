/**
 * Who may import whom: the table of the architecture, read by the lint rule and by
 * `backend/architecture.spec.ts`, which asserts that it equals the real graph.
 */
export const allowedImports = {
  accounts: [],
  billing: ['accounts'],
  notifications: ['accounts'],
};

const domainConstraints = Object.entries(allowedImports).map(([scope, doors]) => ({
  allSourceTags: ['type:domain', `scope:${scope}`],
  onlyDependOnLibsWithTags: [
    'type:platform',
    'type:events',
    'type:contracts',
    `scope:${scope}`,
    ...doors.map((door) => `scope:${door}`),
  ],
}));

export const boundaryRule = [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: [],
    // The rooms of platform are one project, and still enter each other through their doors.
    allowCircularSelfDependency: true,
    depConstraints: [
      { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:contracts'] },
      { sourceTag: 'type:migrations', onlyDependOnLibsWithTags: ['type:migrations'] },
      { sourceTag: 'type:events', onlyDependOnLibsWithTags: ['type:events', 'type:contracts'] },
      {
        sourceTag: 'type:platform',
        onlyDependOnLibsWithTags: ['type:platform', 'type:events', 'type:contracts', 'type:migrations'],
      },
      ...domainConstraints,
      {
        // The lists that the worker and the command line share.
        sourceTag: 'type:composition',
        onlyDependOnLibsWithTags: ['type:domain', 'type:platform', 'type:events', 'type:contracts'],
      },
      {
        sourceTag: 'type:seeds',
        onlyDependOnLibsWithTags: ['type:domain', 'type:platform', 'type:events', 'type:contracts'],
      },
      {
        // An app's own journeys start it whole, as a person would.
        allSourceTags: ['type:app', 'side:backend'],
        onlyDependOnLibsWithTags: ['side:backend', 'type:contracts', 'type:tools'],
      },
      { sourceTag: 'type:journeys', onlyDependOnLibsWithTags: ['type:contracts', 'type:tools'] },
      { sourceTag: 'side:frontend', onlyDependOnLibsWithTags: ['side:frontend', 'type:contracts'] },
      { sourceTag: 'type:tools', onlyDependOnLibsWithTags: ['*'] },
    ],
  },
];
