import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, phone, picture, visitor } from './browser';

const preferences = '/user/notifications/preferences';
let academy: Academy;
let browser: Browser;
let database: pg.Pool;

beforeAll(async () => {
  academy = await Academy.open();
  database = new pg.Pool({ connectionString: academy.databaseUrl, max: 1 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await database.end();
  await academy.stop();
});

/** No push service is reached from here: the browser's own half is played, the academy's is real. */
function playPushService(): void {
  let current: PushSubscription | null = null;
  const made = {
    endpoint: 'https://push.example.org/send/phone',
    toJSON: () => ({
      endpoint: 'https://push.example.org/send/phone',
      keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
    }),
    unsubscribe: () => {
      current = null;
      return Promise.resolve(true);
    },
  } as unknown as PushSubscription;
  PushManager.prototype.subscribe = () => {
    current = made;
    return Promise.resolve(made);
  };
  PushManager.prototype.getSubscription = () => Promise.resolve(current);
}

/** What the browser keeps of the house. */
async function cachedPaths(): Promise<string[]> {
  const names = await caches.keys();
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return lists.flat().map(({ url }) => new URL(url).pathname);
}

/** Files of the release that are not kept yet. */
async function missingFromCache(): Promise<string[]> {
  const release = (await (await fetch('/ngsw.json')).json()) as { assetGroups: { urls: string[] }[] };
  const names = await caches.keys();
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const kept = new Set(lists.flat().map(({ url }) => new URL(url).pathname));
  return (release.assetGroups[0]?.urls ?? []).filter((url) => !kept.has(url));
}

async function subscribedBrowsers(): Promise<number> {
  const { rows } = await database.query('SELECT id FROM notifications.push_subscription');
  return rows.length;
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('what a member hears', () => {
  it('is silent at night and comes together, where he says so, and the page fits the smallest phone', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const { page, context } = await visitor(browser, academy, {
        viewport: { width: 320, height: 700 },
        theme,
      });
      await logIn(page, 'test@calmnessfi.com');
      await page.goto(preferences);
      const quiet = region(page, 'Heures calmes');
      const silence = quiet.getByRole('switch', { name: 'Garder des heures calmes' });
      await silence.waitFor();
      if (theme === 'light') {
        await silence.click();
        await quiet.getByLabel('De', { exact: true }).fill('23:15');
        await quiet.getByLabel('samedi').uncheck();
        await quiet.getByRole('button', { name: 'Enregistrer' }).click();
        await page.getByText('Votre choix est enregistré.').first().waitFor();
        const news = region(page, 'Résumés').getByRole('group', { name: 'Vie de l’académie' });
        await news.getByText('Le lundi').click();
        await expect.poll(() => news.getByLabel('Le lundi').isChecked()).toBe(true);
        await page.reload();
      }
      await expect.poll(() => silence.isChecked()).toBe(true);
      expect(await quiet.getByLabel('De', { exact: true }).inputValue()).toBe('23:15');
      expect(await quiet.getByLabel('samedi').isChecked()).toBe(false);
      await expectSound(page, `the preferences in ${theme}`);
      await picture(page, `preferences-${theme}`);
      await context.close();
    }
  });

  it('is not promised where nothing arrives', async () => {
    const { page } = await visitor(browser, academy, { viewport: phone });
    await logIn(page, 'test@calmnessfi.com');
    await page.goto(preferences);
    const reminders = region(page, 'Rappels d’abonnement');
    const whatsapp = reminders.getByRole('switch', { name: 'WhatsApp' });
    await whatsapp.waitFor();
    expect([await whatsapp.isChecked(), await whatsapp.isDisabled()]).toEqual([false, true]);
    await reminders.getByText('Pas encore proposé par l’académie').first().waitFor();
    await page.getByRole('link', { name: 'Ouvrir « Comptes connectés »' }).click();
    await page.waitForURL('**/user/settings#accounts');
  });
});

describe('a browser', () => {
  it('keeps the shell for a moment without network, and never what the academy answered', async () => {
    const { page, context } = await visitor(browser, academy, { serviceWorker: true });
    await logIn(page, 'test@calmnessfi.com');
    await expect.poll(() => page.evaluate(missingFromCache), { timeout: 30_000 }).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const paths = await page.evaluate(cachedPaths);
    expect(paths.filter((path) => path.startsWith('/api'))).toEqual([]);
    await context.setOffline(true);
    await page.goto('/login');
    await page.getByRole('main').waitFor();
    await context.close();
  });

  it('rings once its person taps, says so, and falls silent with the logout', async () => {
    const { page, context } = await visitor(browser, academy, { viewport: phone, serviceWorker: true });
    await context.grantPermissions(['notifications']);
    await page.addInitScript(playPushService);
    await logIn(page, 'test@calmnessfi.com');
    await page.goto(preferences);
    const device = region(page, 'Cet appareil');
    await device.getByRole('button', { name: 'Me prévenir ici' }).click();
    await device.getByText('Cet appareil vous prévient').waitFor();
    expect(await subscribedBrowsers()).toBe(1);
    await expectSound(page, 'a device that rings');
    await device.getByRole('button', { name: 'Ne plus me prévenir ici' }).click();
    await device.getByText('Soyez prévenu ici').waitFor();
    expect(await subscribedBrowsers()).toBe(0);
    await device.getByRole('button', { name: 'Me prévenir ici' }).click();
    await device.getByText('Cet appareil vous prévient').waitFor();
    await page.getByRole('button', { name: /menu/i }).first().click();
    await page.getByRole('button', { name: 'Déconnexion' }).first().click();
    await page.waitForURL('**/login');
    expect(await subscribedBrowsers()).toBe(0);
    await context.close();
  });

  it('that was refused says how to change one’s mind, and one that cannot says why', async () => {
    const { page, context } = await visitor(browser, academy, { serviceWorker: true });
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
    });
    await logIn(page, 'test@calmnessfi.com');
    await page.goto(preferences);
    await page.getByText('Vous avez refusé les notifications ici').waitFor();
    await context.close();
    const { page: other } = await visitor(browser, academy);
    await other.addInitScript(() => {
      Reflect.deleteProperty(window, 'PushManager');
    });
    await logIn(other, 'test@calmnessfi.com');
    await other.goto(preferences);
    await other.getByText('Ce navigateur ne sait pas vous prévenir').waitFor();
  });
});
