import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, phone, picture, visitor } from './browser';

const admin = 'admin@calmnessfi.com';

describe('the invoices the staff writes', () => {
  let academy: Academy;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
    ({ page } = await visitor(browser, academy));
    await logIn(page, admin);
  });
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  const confirm = (name: string) => page.getByRole('alertdialog').getByRole('button', { name }).click();

  it('begin as a draft that says what is missing, and have no number', async () => {
    await page.goto('/admin/invoice-drafts/new');
    await page.getByLabel('Chercher un membre').fill('jean');
    await page.getByRole('button', { name: /Jean Dupont/ }).click();
    await page.getByText('Client choisi : Jean Dupont').waitFor();
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.locator('#label_0[aria-invalid=true]').waitFor();
    await page.getByLabel('Désignation').fill('Accompagnement individuel');
    await page.getByLabel('Quantité').fill('2,5');
    await page.getByLabel('Prix unitaire en euros').fill('80,00');
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByRole('heading', { name: 'La facture, si elle était émise aujourd’hui' }).waitFor();
    await page.getByText('240,00 €').first().waitFor();
    await expectSound(page, 'a draft');
    await picture(page, 'invoice-draft');
  });

  it('are issued after a question that names the client and the sum', async () => {
    await page.getByRole('button', { name: 'Émettre', exact: true }).click();
    await page.getByRole('alertdialog', { name: /Jean Dupont, 240,00/ }).waitFor();
    await confirm('Émettre');
    await page.getByRole('heading', { level: 1, name: /^CT-\d{8}-\d{4}$/ }).waitFor();
    await page.getByText('À régler').first().waitFor();
    await expectSound(page, 'an issued invoice');
    await picture(page, 'invoice-issued');
  });

  it('are settled in part, and the page says what is left', async () => {
    const settle = page.getByRole('region', { name: 'Enregistrer un règlement' });
    await settle.getByLabel('Numéro de transaction').fill('VIR 2026 778');
    await settle.getByLabel('Montant en euros').fill('100,00');
    await settle.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Règlement enregistré.').waitFor();
    await page.getByText('Réglée en partie').first().waitFor();
    await settle.getByLabel('Numéro de transaction').fill('VIR 2026 779');
    await settle.getByLabel('Montant en euros').fill('900,00');
    await settle.getByRole('button', { name: 'Enregistrer' }).click();
    await page.locator('#amount_cents[aria-invalid=true]').waitFor();
  });

  it('are credited line by line, never for more than is left', async () => {
    const number = await page.getByRole('heading', { level: 1 }).textContent();
    const credit = page.getByRole('region', { name: 'Établir un avoir' });
    await credit.getByLabel('Motif de l’avoir').fill('Une séance annulée');
    await credit.getByRole('button', { name: 'Émettre l’avoir' }).click();
    await credit.getByText('Indiquez au moins un montant à créditer.').waitFor();
    await credit.getByLabel('Accompagnement individuel').fill('400,00');
    await credit.getByRole('button', { name: 'Émettre l’avoir' }).click();
    await page.locator('#credit_1[aria-invalid=true]').waitFor();
    await credit.getByLabel('Accompagnement individuel').fill('80,00');
    await credit.getByRole('button', { name: 'Émettre l’avoir' }).click();
    await confirm('Émettre l’avoir');
    await page.getByText(/Avoir CT-\d{8}-\d{4} émis/).waitFor();
    await page.getByText('Une séance annulée').waitFor();
    await page.getByRole('link', { name: number ?? 'nothing' }).click();
    await page.getByText('Créditée en partie').first().waitFor();
    await page.getByText('Créditée par').waitFor();
  });

  it('are thrown away while they are drafts, without a number lost', async () => {
    await page.goto('/admin/invoice-drafts/new?type=386');
    await page.getByLabel('Chercher un membre').fill('jean');
    await page.getByRole('button', { name: /Jean Dupont/ }).click();
    await page.getByLabel('Désignation').fill('Acompte');
    await page.getByLabel('Prix unitaire en euros').fill('50');
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.getByRole('button', { name: 'Abandonner le brouillon' }).click();
    await confirm('Abandonner');
    await page.getByText('Aucun brouillon').waitFor();
    await expectSound(page, 'no drafts');
  });

  it.each(['light', 'dark'] as const)('fit a phone in %s', async (theme) => {
    const small = await visitor(browser, academy, { viewport: phone, theme });
    await logIn(small.page, admin);
    for (const [path, name] of [
      ['/admin/invoices', 'invoices'],
      ['/admin/invoice-drafts/new', 'draft'],
    ] as const) {
      await small.page.goto(path);
      await small.page.getByRole('heading', { level: 1 }).waitFor();
      await expectSound(small.page, `${name} on a phone in ${theme}`);
      await picture(small.page, `${name}-phone-${theme}`);
    }
    await small.page.goto('/admin/invoices');
    await small.page.getByRole('link', { name: /^CT-/ }).first().click();
    await small.page.getByRole('region', { name: 'Détail' }).waitFor();
    await expectSound(small.page, `an invoice on a phone in ${theme}`);
    await picture(small.page, `invoice-phone-${theme}`);
    await small.context.close();
  });

  it('are read, and not written, by the accountant', async () => {
    const reader = await visitor(browser, academy);
    await logIn(reader.page, 'compta@calmnessfi.com');
    await reader.page.goto('/admin/invoices');
    await reader.page.getByRole('link', { name: /^CT-/ }).first().click();
    await reader.page.getByRole('region', { name: 'Détail' }).waitFor();
    expect(await reader.page.getByRole('button', { name: 'Émettre l’avoir' }).count()).toBe(0);
    await reader.context.close();
  });
});
