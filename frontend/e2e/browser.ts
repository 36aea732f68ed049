import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Mailbox } from '@calmness/contracts';
import { demoPassword, type Academy } from '@calmness/academy';

export type Theme = 'light' | 'dark';
export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** Of a page, not of a mail: its mailbox has the landmarks. */
const mailboxRules = ['region', 'landmark-one-main'];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}

/** A visitor of his own: nothing is shared with the others. */
export async function visitor(
  browser: Browser,
  academy: Academy,
  options: { viewport?: { width: number; height: number }; theme?: Theme; serviceWorker?: true } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: academy.url,
    viewport: options.viewport ?? desktop,
    colorScheme: options.theme ?? 'light',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    // What it answers from its cache, a spec that watches the network does not see.
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { page, context };
}

export async function logIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL('**/user');
}

/** The newest mail to an address whose subject matches. */
export async function mailTo(
  academy: Academy,
  address: string,
  subject: RegExp,
): Promise<Mailbox['messages'][number]> {
  const newest = async () => {
    const { messages } = (await (await fetch(`${academy.url}/api/dev/mailbox`)).json()) as Mailbox;
    return messages.find((mail) => mail.to === address && subject.test(mail.subject));
  };
  await expect.poll(newest, { timeout: 30_000, interval: 200 }).toBeDefined();
  return (await newest()) as Mailbox['messages'][number];
}

/** A mail as a phone opens it, in both themes: readable, nothing sticking out, nothing fetched from elsewhere. */
export async function expectSoundMail(
  browser: Browser,
  mail: Mailbox['messages'][number],
  name: string,
): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: phone, colorScheme: theme });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(mail.html);
    await page.getByRole('heading', { level: 1, name: mail.subject }).waitFor();
    await expectSound(page, `the mail ${name} in ${theme}`, mailboxRules);
    await picture(page, `mail-${name}-${theme}`);
    expect(asked, `what the mail ${name} asks for`).toEqual([]);
    await context.close();
  }
}

/** No accessibility fault that a machine can see, and nothing wider than the screen. */
export async function expectSound(page: Page, where: string, leftOut: readonly string[] = []): Promise<void> {
  await page.waitForLoadState('networkidle');
  // A sandboxed frame runs no script, axe included: only the page itself is looked at.
  const { violations } = await new AxeBuilder({ page })
    .disableRules([...leftOut])
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .join(' ')
        .slice(0, 300)}`,
  );
  expect(found, `axe on ${where}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scrolling on ${where}`).toBeLessThanOrEqual(0);
}

/** Keeps a picture when the run asks for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['CALMNESS_PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
