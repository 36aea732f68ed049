import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isProgram, onPath } from './programs.mjs';
import { binFolder, cacheFolder, toolEnvironment } from './workspace.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The browser that prints PDFs and drives the journeys, or undefined: it is never required to start. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH ?? process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) return named;
  return onPath(...names) ?? usualPlaces[process.platform]?.find(isProgram);
}

export const chromiumPackages = () => (findChromium() ? [] : ['chromium', 'fonts-liberation']);

/** Last resort once dependencies are there: the small headless build, if the network allows it. */
export function findOrDownloadChromium() {
  const found = findChromium();
  if (found) return found;
  const folder = join(cacheFolder, 'browser');
  const { status, stdout } = spawnSync(
    join(binFolder, 'puppeteer'),
    ['browsers', 'install', 'chrome-headless-shell', '--path', folder, '--format', '{{path}}'],
    { encoding: 'utf8', env: toolEnvironment(), timeout: 180_000 },
  );
  const path = stdout?.trim().split('\n').at(-1);
  return status === 0 && path && existsSync(path) ? path : undefined;
}
