import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createRequire } from 'node:module';

const kinds = { '.html': 'utf8', '.md': 'utf8', '.css': 'utf8', '.woff2': 'base64' };
/** `virtual:` keeps the test runner from taking it for a file of a package and loading it itself. */
const marker = '\0virtual:text-asset/';

/** Whether an import means a file to carry along as a string rather than a module. */
export const isTextAsset = (id) => extensionOf(id) !== undefined;

function extensionOf(id) {
  return Object.keys(kinds).find((extension) => id.endsWith(extension));
}

/**
 * `import page from './mail.html'` gives the file's text (fonts: base64). One plugin for the bundler
 * and for the tests, so that a template cannot differ between them.
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
    load(id) {
      if (!id.startsWith(marker)) return null;
      const file = Buffer.from(id.slice(marker.length, -'.js'.length), 'base64url').toString();
      this.addWatchFile?.(file);
      return `export default ${JSON.stringify(readFileSync(file, kinds[extensionOf(file)]))};`;
    },
  };
}

function locate(id, importer) {
  return id.startsWith('.') ? resolve(dirname(importer), id) : createRequire(importer).resolve(id);
}
