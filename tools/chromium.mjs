import { join } from 'node:path';
import { attempt } from './attempts.mjs';
import { run } from './processes.mjs';
import { isProgram, onPath } from './programs.mjs';
import { binFolder, cacheFolder } from './workspace.mjs';

const DOWNLOAD_MS = 60_000;
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

/** Last resort once dependencies are there: the small headless build, if the network allows it soon. */
export async function findOrDownloadChromium() {
  const folder = join(cacheFolder, 'browser');
  return findChromium() ?? (await attempt('chrome-headless-shell', () => download(folder)));
}

/** Answers at once when the build is already in the folder. */
async function download(folder) {
  const what = ['browsers', 'install', 'chrome-headless-shell', '--path', folder, '--format', '{{path}}'];
  const { code, output } = await run([join(binFolder, 'puppeteer'), ...what], { timeout: DOWNLOAD_MS });
  const path = output.trim().split('\n').at(-1);
  return code === 0 && isProgram(path) ? path : undefined;
}
