import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventCatalogue, eventNames } from '@calmness/events';
import { allowedImports } from '../tools/boundaries.mjs';
import { printCatalogue } from './events/print-catalogue';

interface ProjectGraph {
  nodes: Record<string, { data: { tags: string[]; root: string } }>;
  dependencies: Record<string, { target: string }[]>;
}

const root = fileURLToPath(new URL('..', import.meta.url));

function readGraph(): ProjectGraph {
  const folder = mkdtempSync(join(tmpdir(), 'calmness-graph-'));
  const file = join(folder, 'graph.json');
  execFileSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', `--file=${file}`], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    stdio: 'ignore',
  });
  const graph = (JSON.parse(readFileSync(file, 'utf8')) as { graph: ProjectGraph }).graph;
  rmSync(folder, { recursive: true });
  return graph;
}

describe('the house', () => {
  let graph: ProjectGraph;
  let domains: string[];
  beforeAll(() => {
    graph = readGraph();
    domains = Object.keys(graph.nodes).filter((name) => graph.nodes[name]?.data.tags.includes('type:domain'));
  });

  it('has the domains of the table, and only those', () => {
    expect(domains.sort()).toEqual(Object.keys(allowedImports).sort());
  });

  it('imports between domains exactly what the table allows', () => {
    const real = Object.fromEntries(
      domains.map((name) => [
        name,
        [...new Set((graph.dependencies[name] ?? []).map((edge) => edge.target))]
          .filter((target) => domains.includes(target))
          .sort(),
      ]),
    );
    expect(real).toEqual(allowedImports);
  });

  it('has edges at all: without source analysis the rule would check nothing', () => {
    expect((graph.dependencies['api'] ?? []).map((edge) => edge.target)).toContain('accounts');
  });

  it('keeps the platform below every domain', () => {
    const below = (graph.dependencies['platform'] ?? []).map((edge) => edge.target);
    expect(below.filter((target) => domains.includes(target))).toEqual([]);
  });
});

describe('a planted violation', () => {
  const planted = [
    ['backend/modules/accounts/application/planted.ts', '@calmness/billing'],
    ['backend/modules/billing/planted.ts', '@calmness/notifications'],
    ['backend/modules/notifications/planted.ts', '../accounts/persistence/member.entity'],
    ['backend/platform/clock/planted.ts', '@calmness/accounts'],
  ] as const;
  afterAll(() => {
    for (const [file] of planted) rmSync(join(root, file), { force: true });
  });

  it.each(planted)('in %s fails lint when it imports %s', async (file, target) => {
    const text = `import * as planted from '${target}';\nexport const use = planted;\n`;
    writeFileSync(join(root, file), text);
    const eslint = new ESLint({ cwd: root });
    const [result] = await eslint.lintFiles([file]);
    rmSync(join(root, file));
    const rules = (result?.messages ?? []).map((message) => message.ruleId);
    expect(rules).toContain('@nx/enforce-module-boundaries');
  });
});

describe('the event catalogue', () => {
  it('is what docs/events.md says', () => {
    const file = join(root, 'docs/events.md');
    const printed = printCatalogue();
    if (process.env['CALMNESS_PRINT_DOCS']) writeFileSync(file, printed);
    expect(readFileSync(file, 'utf8')).toBe(printed);
  });

  it('names every event module.past-tense', () => {
    for (const name of eventNames) expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)+$/);
  });

  it('carries an anchor field exactly where it says anchored', () => {
    for (const name of eventNames) {
      const entry = eventCatalogue[name];
      expect('anchor' in entry.fields, name).toBe(entry.anchored === true);
    }
  });
});
