import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createRequire } from 'node:module';

const kinds = {
  '.html': (file) => readFileSync(file, 'utf8'),
  '.md': (file) => readFileSync(file, 'utf8'),
  '.css': (file) => readFileSync(file, 'utf8'),
  '.woff2': (file) => readFileSync(file, 'base64'),
  '.mjml': compileMjml,
};
/** `virtual:` keeps the test runner from taking it for a file of a package and loading it itself. */
const marker = '\0virtual:text-asset/';

/** Whether an import means a file to carry along as a string rather than a module. */
export const isTextAsset = (id) => extensionOf(id) !== undefined;

function extensionOf(id) {
  return Object.keys(kinds).find((extension) => id.endsWith(extension));
}

/**
 * `import page from './mail.html'` gives the file's text (fonts: base64; MJML: the HTML it stands for).
 * One plugin for the bundler and for the tests, so that a template cannot differ between them.
 */
export function textAssets() {
  return {
    name: 'calmness-text-assets',
    enforce: 'pre',
    resolveId(id, importer) {
      // Asked again by its own name when a test's transformed code comes from a cache.
      if (id.startsWith(marker)) return id;
      if (!importer || importer.startsWith('\0') || !isTextAsset(id)) return null;
      // Encoded, and ending in .js, so that no tool mistakes it for a stylesheet, a page or a package.
      return `${marker}${Buffer.from(locate(id, importer)).toString('base64url')}.js`;
    },
    async load(id) {
      if (!id.startsWith(marker)) return null;
      const file = Buffer.from(id.slice(marker.length, -'.js'.length), 'base64url').toString();
      this.addWatchFile?.(file);
      return `export default ${JSON.stringify(await kinds[extensionOf(file)](file))};`;
    },
  };
}

function locate(id, importer) {
  return id.startsWith('.') ? resolve(dirname(importer), id) : createRequire(importer).resolve(id);
}

/**
 * Here and not while mails are written: the running program has no compiler aboard. An unknown tag or
 * attribute fails the build. Fonts are none of MJML's: it would fetch them from elsewhere.
 */
async function compileMjml(file) {
  const { default: mjml2html } = await import('mjml');
  const { html } = await mjml2html(readFileSync(file, 'utf8'), {
    validationLevel: 'strict',
    ...{ beautify: false, minify: false, keepComments: false, fonts: {} },
  });
  // Indentation is half of what it prints, and mailboxes cut long messages.
  return `${html.replaceAll(/\s*\n\s*/g, '\n').trim()}\n`;
}
