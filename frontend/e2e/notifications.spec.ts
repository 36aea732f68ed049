import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { desktop, expectSound, logIn, openBrowser, phone, picture, visitor } from './browser';

const email = 'test@calmnessfi.com';
const small = { width: 320, height: 640 };

/** One of each the first requirements name, newest first, and what they look like. */
const looks = [
  { type: 'subscription_expiring', severity: 'warning', title: 'Plus que 3 jours', tone: 'warning' },
  { type: 'subscription_expired', severity: 'critical', title: 'Abonnement expiré hier', tone: 'error' },
  { type: 'payment_received', severity: 'success', title: 'Paiement bien reçu', tone: 'success' },
  { type: 'payment_pending', severity: 'info', title: 'Paiement en attente de contrôle', tone: 'info' },
];

describe('the notifications page', () => {
  let academy: Academy;
  let browser: Browser;
  let page: Page;
  let context: BrowserContext;

  beforeAll(async () => {
    academy = await Academy.open();
    // What is written below is all there is.
    await academy.killWorker();
    await plant();
    browser = await openBrowser();
    ({ page, context } = await visitor(browser, academy, { viewport: desktop }));
    await logIn(page, email);
    await page.goto('/user/notifications');
  });
  afterAll(async () => {
    await context.close();
    await browser.close();
    await academy.stop();
  });

  async function plant(): Promise<void> {
    const client = new pg.Client({ connectionString: academy.databaseUrl });
    await client.connect();
    await client.query('DELETE FROM notifications.notification');
    for (const [index, { type, severity, title }] of looks.entries())
      await client.query(
        `INSERT INTO notifications.notification
           (id, member_id, type, category, severity, title, body, url, dedupe_key, created_at)
         SELECT $1, id, $2, $3, $4, $5, 'Un mot de plus.', '/user/payments', $5, now()
           FROM accounts.member WHERE email = $6`,
        [
          `0190000${9 - index}-0000-7000-8000-000000000000`,
          type,
          type.startsWith('payment') ? 'billing' : 'subscription',
          severity,
          title,
          email,
        ],
      );
    await client.end();
  }

  const row = (title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  const tab = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
  const titles = () => page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
  const act = (name: RegExp | string, title: string) => row(title).getByRole('button', { name }).click();

  it('shows each kind in its colour, with its own sign, a link, and a blue edge while unread', async () => {
    await row(looks[0]!.title).waitFor();
    expect(await titles()).toEqual(looks.map(({ title }) => title));
    const signs = new Set<string | null>();
    for (const { title, tone } of looks) {
      expect(await row(title).getAttribute('data-tone')).toBe(tone);
      expect(await row(title).getByRole('link').getAttribute('href')).toBe('/user/payments');
      signs.add(await row(title).locator('.sign path').getAttribute('d'));
      const edge = await row(title).evaluate((one) => getComputedStyle(one).borderLeftColor);
      expect(edge).toBe('rgb(59, 130, 246)');
    }
    expect(signs.size).toBe(looks.length);
    await picture(page, 'notifications');
  });

  it('marks one read and unread again, and all; the three tabs tell them apart', async () => {
    const { title } = looks[0]!;
    await act(/^Marquer comme lue/, title);
    await row(title)
      .getByRole('button', { name: /^Marquer comme non lue/ })
      .waitFor();
    await tab('Lues');
    await expect.poll(titles).toEqual([title]);
    await tab('Non lues');
    await expect.poll(titles).toEqual(looks.slice(1).map((one) => one.title));
    await tab('Lues');
    await act(/^Marquer comme non lue/, title);
    await tab('Non lues');
    await expect.poll(titles).toHaveLength(4);
    await page.getByRole('button', { name: 'Tout marquer comme lu' }).click();
    await page.getByText('Tout est lu', { exact: true }).waitFor();
    await tab('Toutes');
    await expect.poll(titles).toHaveLength(4);
  });

  it('filters by subject', async () => {
    await page.getByLabel('Sujet').selectOption({ label: 'Paiements et factures' });
    await expect.poll(titles).toEqual(looks.slice(2).map((one) => one.title));
    await page.getByLabel('Sujet').selectOption({ label: 'Tous les sujets' });
    await expect.poll(titles).toHaveLength(4);
  });

  it('puts one off by the keyboard, and brings it back as new', async () => {
    const { title } = looks[1]!;
    const button = row(title).getByRole('button', { name: /^Reporter/ });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'La revoir plus tard' });
    await dialog.getByRole('button', { name: /Demain matin/ }).waitFor();
    await expectSound(page, 'the dialog that puts a notification off');
    await page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: /Demain matin/ }).press('Enter');
    await expect.poll(titles).toHaveLength(3);
    await tab('Reportées');
    await expect.poll(titles).toEqual([title]);
    await row(title).getByText('Revient le').waitFor();
    await act(/^Ne plus reporter/, title);
    await page.getByText('Rien de reporté', { exact: true }).waitFor();
    await tab('Non lues');
    await expect.poll(titles).toEqual([title]);
    await tab('Toutes');
  });

  it('archives and takes out again; the focus stays in the list', async () => {
    const { title } = looks[2]!;
    await expect.poll(titles).toHaveLength(4);
    await row(title)
      .getByRole('button', { name: /^Archiver/ })
      .press('Enter');
    await expect.poll(titles).toHaveLength(3);
    await expect
      .poll(() => row(looks[3]!.title).evaluate((one) => one.contains(document.activeElement)))
      .toBe(true);
    await tab('Archivées');
    await expect.poll(titles).toEqual([title]);
    await expectSound(page, 'the archive');
    await act(/^Sortir des archives/, title);
    await page.getByText('Aucune archive', { exact: true }).waitFor();
    await tab('Toutes');
    await expect.poll(titles).toHaveLength(4);
  });

  it('removes one with a way back, and all the read ones', async () => {
    await act(/^Supprimer/, looks[3]!.title);
    await expect.poll(titles).toHaveLength(3);
    await page.getByRole('button', { name: 'Annuler' }).last().click();
    await expect.poll(titles).toHaveLength(4);
    await page.getByRole('button', { name: 'Supprimer les lues' }).click();
    const dialog = page.getByRole('alertdialog', { name: /Supprimer toutes/ });
    await dialog.getByRole('button', { name: 'Supprimer les lues' }).click();
    await expect.poll(titles).toEqual([looks[1]!.title]);
  });

  it('is sound at 320 pixels, on a phone in the dark, and says what went wrong', async () => {
    for (const [viewport, theme] of [
      [small, 'light'],
      [phone, 'dark'],
    ] as const) {
      const other = await visitor(browser, academy, { viewport, theme });
      await logIn(other.page, email);
      await other.page.goto('/user/notifications');
      await other.page.getByRole('heading', { name: looks[1]!.title }).waitFor();
      await expectSound(other.page, `notifications at ${viewport.width} px in ${theme}`);
      await picture(other.page, `notifications-${viewport.width}-${theme}`);
      await other.page.route('**/api/auth/user/notifications/?folder**', (route) => route.abort());
      await other.page.reload();
      await other.page.getByRole('button', { name: 'Réessayer' }).waitFor();
      await expectSound(other.page, 'notifications that cannot be read');
      await other.page.unrouteAll();
      await other.page.getByRole('button', { name: 'Réessayer' }).click();
      await other.page.getByRole('heading', { name: looks[1]!.title }).waitFor();
      await other.context.close();
    }
  });

  it('opens what a notification is about, which reads it', async () => {
    await row(looks[1]!.title).getByRole('link').click();
    await page.waitForURL('**/user/payments');
    await page.goto('/user/notifications');
    await row(looks[1]!.title)
      .getByRole('button', { name: /^Marquer comme non lue/ })
      .waitFor();
  });
});
