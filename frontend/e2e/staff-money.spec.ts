import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, picture, visitor } from './browser';

/** As the bank writes it: the day in Paris. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());

describe('money, from the proof to the refund', () => {
  let academy: Academy;
  let browser: Browser;
  let reference: string;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  it('takes a proof of the member, which the staff opens', async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, 'test@calmnessfi.com');
    await page.goto('/user/payments');
    await page.getByRole('radio', { name: 'En attente' }).check({ force: true });
    const link = page.getByRole('link', { name: /Voir le paiement CAL-/ }).first();
    reference = /CAL-[2-9A-Z]{6}/.exec((await link.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await link.click();
    await page.getByRole('heading', { name: 'Justificatif' }).waitFor();
    const buffer = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
    await page
      .getByLabel('Envoyer un justificatif')
      .setInputFiles({ name: 'virement.pdf', mimeType: 'application/pdf', buffer });
    await page.getByText('Justificatif envoyé, merci !').first().waitFor();
    await expectSound(page, 'a payment with its proof');
    await picture(page, 'proof');
  });

  it('takes a part only when somebody says so', async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, 'manager@calmnessfi.com');
    await page.goto('/admin/payments');
    await page.getByRole('link', { name: new RegExp(reference) }).click();
    await page.getByRole('link', { name: 'Voir le justificatif' }).waitFor();
    await page.getByLabel('Numéro de transaction').fill('ACOMPTE 0001');
    await page.getByLabel('Montant reçu (€)').fill('100');
    const submit = page.getByRole('button', { name: 'Valider le paiement' });
    expect(await submit.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: /Paiement partiel/ }).check();
    await picture(page, 'partial');
    await submit.click();
    await page.waitForURL('**/admin/payments');
  });

  it('finds the rest on the statement, and validates it', { timeout: 150_000 }, async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, 'manager@calmnessfi.com');
    await page.goto('/admin/payments/reconcile');
    await page.getByRole('combobox', { name: 'Banque' }).selectOption({ label: 'Boursorama' });
    await page
      .getByLabel('Ou collez le relevé ici')
      .fill(
        [
          'dateOp;dateVal;label;category;amount;accountNum',
          `${today};${today};VIR ${reference.replace('-', ' ')};x;349,00;1`,
        ].join('\n'),
      );
    await page.getByRole('button', { name: 'Lire le relevé' }).click();
    await page.getByRole('heading', { name: 'Sûrs (1)' }).waitFor();
    await expectSound(page, 'the reconciliation');
    await picture(page, 'reconcile');
    await page.getByRole('button', { name: 'Choisir tous les sûrs' }).click();
    await page.getByRole('button', { name: 'Valider la sélection' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Valider' }).click();
    await page.getByRole('heading', { name: /Validation (en cours|terminée)/ }).waitFor();
    await picture(page, 'batch');
    await page.getByRole('heading', { name: 'Validation terminée' }).waitFor({ timeout: 90_000 });
    await page.getByText('1 sur 1').waitFor();
  });

  it('goes back through a credit note', async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, 'admin@calmnessfi.com');
    await page.goto('/admin/payments');
    await page.getByRole('radio', { name: /Validés/ }).check({ force: true });
    await page.getByRole('link', { name: new RegExp(reference) }).click();
    await page.getByLabel('Motif du remboursement').fill('Le membre renonce');
    await page.getByLabel('Numéro du remboursement').fill('RETOUR 0001');
    await page.getByRole('button', { name: 'Rembourser' }).click();
    await expectSound(page, 'the dialog of a refund');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Rembourser' }).click();
    await page.getByRole('heading', { name: 'Remboursements' }).waitFor();
    await page.goto('/admin/refunds');
    await page.getByText('Le membre renonce').waitFor();
    await picture(page, 'refunds');
  });
});
