import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { desktop, expectSound, logIn, openBrowser, picture, visitor } from './browser';

const narrow = { width: 320, height: 640 };
const failing = '01900000-0000-7000-8000-00000000000f';
const tried = '01900000-0000-7000-8000-00000000000e';

describe('the delivery desk', () => {
  let academy: Academy;
  let browser: Browser;
  let page: Page;
  let context: BrowserContext;

  beforeAll(async () => {
    academy = await Academy.open();
    // What is written below stays as it is.
    await academy.killWorker();
    await plant();
    browser = await openBrowser();
    ({ page, context } = await visitor(browser, academy, { viewport: desktop }));
    await logIn(page, 'admin@calmnessfi.com');
  });
  afterAll(async () => {
    await context.close();
    await browser.close();
    await academy.stop();
  });

  async function plant(): Promise<void> {
    const client = new pg.Client({ connectionString: academy.databaseUrl });
    await client.connect();
    await client.query('TRUNCATE notifications.intent CASCADE');
    const planted = [
      { id: failing, state: 'failed', channel: 'whatsapp', reason: 'code 63016', days: 0 },
      { id: tried, state: 'sent', channel: 'push', reason: null, days: 0 },
      ...['sent', 'delivered', 'read', 'queued', 'cancelled'].map((state, index) => ({
        ...{ id: `01900000-0000-7000-8000-00000000000${index}`, state, channel: 'email' },
        ...{ reason: 'opted-out', days: index },
      })),
    ];
    for (const { id, state, channel, reason, days } of planted) {
      await client.query(
        `INSERT INTO notifications.intent
         SELECT $1::uuid, 'welcome', 'news', id, $1::uuid, NULL, $1::text,
                '{"in_app": "told", "email": "queued", "telegram": "no-address"}', now() + interval '7 days', false, now()
           FROM accounts.member WHERE email = 'test@calmnessfi.com'`,
        [id],
      );
      await client.query(
        `INSERT INTO notifications.delivery (id, intent_id, channel, template, category, lane, recipient_id,
                subject_kind, subject_id, dedupe_key, state, attempts, next_attempt_at, expires_at, unless_read, test,
                created_at, changed_at, closed_at, last_reason)
         SELECT i.id, i.id, $2, 'welcome', 'news', 3, recipient_id, 'accounts.member', subject_id, i.id::text, $3::text,
                1, now(), now() + interval '7 days', false, i.id = $6::uuid, now() - make_interval(days => $4), now(),
                CASE WHEN $3::text <> 'queued' THEN now() END, $5
           FROM notifications.intent AS i WHERE i.id = $1::uuid`,
        [id, channel, state, days, reason, tried],
      );
    }
    await client.query('DELETE FROM notifications.notification');
    await client.query(
      `INSERT INTO notifications.notification (id, member_id, type, category, severity, title, body, url, dedupe_key, created_at)
       SELECT id, recipient_id, 'welcome', 'news', 'info', 'Bienvenue, Jean !', 'Un mot de plus.', '/user', dedupe_key, now()
         FROM notifications.intent WHERE id = $1`,
      [failing],
    );
    await client.query(
      `INSERT INTO notifications.alert VALUES ($1, 'circuit_open', 'whatsapp', now() - interval '6 minutes', now(), '{"figure": 12}')`,
      [failing],
    );
    await client.end();
  }
  const drawn = () =>
    expect
      .poll(() =>
        page
          .locator('canvas')
          .first()
          .evaluate((it) => it.clientWidth),
      )
      .toBeGreaterThan(0);
  const open = async (path: string) => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
  };

  it('shows its figures, its charts and their twins, and keeps the period in the address', async () => {
    await open('/admin/notifications?days=30');
    await page.getByRole('heading', { name: 'Par jour', exact: true }).waitFor();
    expect(await page.locator('cal-stat-card').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/Taux de réussite\s*60\s*%/)]),
    );
    await drawn();
    await page.getByText('WhatsApp ne répond plus : 12 échecs de suite.').waitFor();
    await page.getByRole('heading', { name: 'Messages qui sonnent, par membre et par jour' }).waitFor();
    await page.getByText('Voir en tableau').nth(1).click();
    await page.getByRole('table', { name: 'Par canal' }).getByRole('cell', { name: '75 %' }).waitFor();
    await page.getByRole('radio', { name: '30 jours' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL('**/admin/notifications?days=7');
    await expectSound(page, 'the desk');
    await picture(page, 'desk');
  });

  it('marks what was only tried out, and looks back on a year month by month', async () => {
    await open('/admin/notifications?days=365');
    await page.getByRole('heading', { name: 'Par mois', exact: true }).waitFor();
    await page.getByText('Sur les 90 derniers jours.', { exact: false }).waitFor({ state: 'attached' });
    await drawn();
    const newest = page.getByRole('table', { name: 'Les 50 derniers' });
    const marked = newest.getByRole('row').filter({ hasText: 'Essai' });
    await marked.getByText('Notification sur l’appareil').waitFor();
    expect(await marked.count()).toBe(1);
    await expectSound(page, 'the desk over a year');
    await picture(page, 'desk-year');
  });

  it('fetches what draws only where something is drawn', async () => {
    const fresh = await visitor(browser, academy);
    const scripts: string[] = [];
    fresh.page.on('response', (answer) => {
      if (answer.url().endsWith('.js')) scripts.push(answer.url());
    });
    const draws = async () => {
      const texts = await Promise.all(scripts.map(async (url) => (await fetch(url)).text()));
      return texts.filter((text) => text.includes('barPercentage')).length;
    };
    await logIn(fresh.page, 'admin@calmnessfi.com');
    await fresh.page.goto('/admin/notifications/log');
    await fresh.page.getByRole('heading', { level: 1 }).waitFor();
    await fresh.page.waitForLoadState('networkidle');
    expect(scripts.length).toBeGreaterThan(3);
    expect(await draws()).toBe(0);
    await fresh.page.goto('/admin/notifications');
    await fresh.page.getByRole('heading', { name: 'Par jour', exact: true }).waitFor();
    await expect.poll(draws).toBe(1);
    await fresh.context.close();
  });

  it.each(['light', 'dark'] as const)('fits a narrow phone in %s', async (theme) => {
    const phone = await visitor(browser, academy, { viewport: narrow, theme });
    await logIn(phone.page, 'admin@calmnessfi.com');
    await phone.page.goto('/admin/notifications');
    await phone.page.getByRole('heading', { name: 'Par jour', exact: true }).waitFor();
    await phone.page.getByRole('heading', { name: 'Fournisseurs' }).waitFor();
    await expectSound(phone.page, `the desk on a phone in ${theme}`);
    await picture(phone.page, `desk-phone-${theme}`);
    await phone.context.close();
  });

  it('narrows the log by its address and takes it out as a file', async () => {
    await open('/admin/notifications/log');
    await page.getByLabel('État').selectOption('failed');
    await page.waitForURL('**/log?state=failed');
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.getByText('hors de la fenêtre de 24 heures').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter en CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('deliveries.csv');
    await expectSound(page, 'the log');
    await picture(page, 'desk-log');
  });

  it('tells the story of a delivery, and sends it again after asking', async () => {
    await open('/admin/notifications/log?state=failed');
    await page.getByRole('link', { name: /Ouvrir Bienvenue à Jean Dupont/ }).click();
    await page.waitForURL(`**/deliveries/${failing}`);
    await page.getByText('Aucune adresse connue').waitFor();
    await expectSound(page, 'a delivery');
    await page.getByRole('button', { name: 'Relancer' }).click();
    const question = page.getByRole('alertdialog', { name: /Relancer « Bienvenue » pour Jean Dupont/ });
    await expectSound(page, 'the question before a retry');
    await question.getByRole('button', { name: 'Relancer' }).click();
    await page.getByText('Relancé par l’équipe.').waitFor();
    await page.getByRole('button', { name: 'Annuler l’envoi' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler l’envoi' }).click();
    await page.getByText('Annulé par l’équipe.').waitFor();
    await picture(page, 'desk-delivery');
  });

  it('pauses a provider and lets it go on', async () => {
    await open('/admin/notifications');
    await page.getByRole('button', { name: 'Mettre Telegram en pause' }).click();
    await page
      .getByRole('alertdialog', { name: /Mettre Telegram en pause/ })
      .getByRole('button', { name: 'Mettre en pause' })
      .click();
    await page.getByText('En pause', { exact: true }).waitFor();
    await expectSound(page, 'a paused provider');
    await page.getByRole('button', { name: 'Reprendre Telegram' }).click();
    await page.getByRole('button', { name: 'Mettre Telegram en pause' }).waitFor();
  });

  it('tells a member why a message came, and the staff in his file', async () => {
    const own = await visitor(browser, academy, { viewport: narrow, theme: 'dark' });
    await logIn(own.page, 'test@calmnessfi.com');
    await own.page.goto('/user/notifications');
    const button = own.page.getByRole('button', { name: 'Pourquoi ai-je reçu : Bienvenue, Jean !' });
    await button.focus();
    await own.page.keyboard.press('Enter');
    const dialog = own.page.getByRole('dialog', { name: 'Pourquoi ai-je reçu ceci ?' });
    await dialog.getByText('Écrit dans l’espace').waitFor();
    await dialog.getByText('Aucune adresse connue').waitFor();
    await expectSound(own.page, 'why a message came');
    await picture(own.page, 'why');
    await own.page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((it) => it === document.activeElement)).toBe(true);
    await own.context.close();

    await page.goto('/admin/members');
    await page.getByRole('link', { name: 'Jean Dupont' }).click();
    await page.getByLabel('Précision').fill('Pourquoi ce message');
    await page.getByRole('button', { name: 'Ouvrir la fiche' }).click();
    await page.getByRole('heading', { name: 'Messages envoyés' }).waitFor();
    await page.getByText('Aucune adresse connue').first().waitFor();
    await expectSound(page, 'the messages in a file');
    await picture(page, 'desk-file');
  });
});
