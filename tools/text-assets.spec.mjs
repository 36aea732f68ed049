import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, expect, it } from 'vitest';
import font from '@fontsource/inter/files/inter-latin-400-normal.woff2';
import sheet from '@fontsource/inter/400.css';
import { isTextAsset, textAssets } from './text-assets.mjs';

const folder = mkdtempSync(join(tmpdir(), 'calmness-assets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where the bundle of a program lies that exports the compiled layout. */
async function bundled(layout) {
  writeFileSync(join(folder, 'layout.mjml'), layout);
  writeFileSync(join(folder, 'layout.js'), `export { default as page } from './layout.mjml';`);
  const bundle = await rolldown({ input: join(folder, 'layout.js'), plugins: [textAssets()] });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'layout.out.mjs' });
  await bundle.close();
  return join(folder, 'layout.out.mjs');
}

const installed = (id) => createRequire(import.meta.url).resolve(id);
const fontId = '@fontsource/inter/files/inter-latin-400-normal.woff2';

it('gives tests the text of a file, and a font in base64', () => {
  expect(sheet).toBe(readFileSync(installed('@fontsource/inter/400.css'), 'utf8'));
  expect(font).toBe(readFileSync(installed(fontId)).toString('base64'));
});

it('gives bundles exactly the same', async () => {
  const page = '<p>Échéance : 10 € — `${name}` </p>\n';
  writeFileSync(join(folder, 'mail.html'), page);
  writeFileSync(
    join(folder, 'main.js'),
    `import page from './mail.html'; import font from ${JSON.stringify(installed(fontId))}; export { page, font };`,
  );
  const bundle = await rolldown({ input: join(folder, 'main.js'), plugins: [textAssets()] });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'out.mjs' });
  await bundle.close();
  const built = await import(/* @vite-ignore */ join(folder, 'out.mjs'));
  expect(built.page).toBe(page);
  expect(built.font).toBe(font);
});

it('compiles a layout while building, so that nothing built needs the compiler', async () => {
  const layout = '<mjml><mj-body><mj-raw>{{name}}</mj-raw></mj-body></mjml>';
  const output = await bundled(layout);
  const { page } = await import(/* @vite-ignore */ output);
  expect(page).toMatch(/^<!doctype html>[^]*\{\{name\}\}[^]*<\/html>\n$/);
  expect(readFileSync(output, 'utf8')).not.toContain('mjml2html');
});

it('refuses a layout with a tag nobody knows', async () => {
  await expect(bundled('<mjml><mj-body><mj-magic /></mj-body></mjml>')).rejects.toThrow(/mj-magic/);
});

it('leaves programs alone', () => {
  expect(['./mail.html', './mail.mjml', './legal.md', './print.css', 'x/y.woff2'].every(isTextAsset)).toBe(
    true,
  );
  expect(['./mail.ts', './page.html.ts', 'pg', './data.json'].some(isTextAsset)).toBe(false);
});
