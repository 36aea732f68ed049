import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, expectSoundMail, logIn, mailTo, openBrowser, phone, picture, visitor } from './browser';

/** A frame below the fold is not painted, and would be empty in a picture. */
const tallPhone = { ...phone, height: 2_200 };
const zoe = { email: 'zoe@example.fr', password: 'une phrase assez longue' };

describe('from registration to a paid, invoiced, announced subscription', () => {
  let academy: Academy;
  let browser: Browser;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  it('carries one member through, with the worker killed between validation and mail', async () => {
    const { page } = await visitor(browser, academy, { viewport: { width: 390, height: 844 } });

    await page.goto('/register');
    await page.getByLabel('Prénom').fill('Zoé');
    await page.getByLabel('Nom', { exact: true }).fill('Œuvrard');
    await page.getByLabel('Adresse e-mail').fill(zoe.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(zoe.password);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Créer mon compte' }).click();
    await page.waitForURL('**/verify-email**');

    const proof = await mailTo(academy, zoe.email, /Confirmez/);
    await expectSoundMail(browser, proof, 'verify-email');
    const link = /https?:\/\/\S+verify-email\?token=\S+/.exec(proof.text)?.[0] ?? '';
    await page.goto(link);
    await page.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor();
    await logIn(page, zoe.email, zoe.password);
    await page.reload();
    await page.getByRole('heading', { name: /Zoé/ }).waitFor();

    // Without a contact the order is refused and the link leads to the very input.
    await page.goto('/user/profile?edit=yes#telegram_username');
    await page.getByLabel('Telegram').fill('@zoe_oeuvrard');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Profil enregistré').first().waitFor();

    await page.goto('/user/payments/new?plan=premium');
    await page.getByLabel('Pays', { exact: true }).selectOption('FR');
    await page.getByRole('button', { name: 'Enregistrer cette identité' }).click();
    await page.getByText('TVA 20').waitFor();
    await picture(page, 'order');
    await page.getByRole('radio', { name: /Virement/ }).check();
    await page.getByRole('button', { name: /obligation de paiement/ }).click();
    await page.waitForURL(/payments\/[0-9a-f-]{36}/);
    await page
      .getByText(/CAL-[2-9A-Z]{6}/)
      .first()
      .waitFor();
    await picture(page, 'pending');
    const reference = /CAL-[2-9A-Z]{6}/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? '';

    const staff = await visitor(browser, academy);
    await logIn(staff.page, 'admin@calmnessfi.com');
    await staff.page.goto('/admin/payments');
    await staff.page.getByRole('link', { name: new RegExp(reference) }).click();
    await picture(staff.page, 'preview');
    await academy.killWorker();
    await staff.page.getByLabel('Numéro de transaction').fill('VIR 2026-11-20 00042');
    await staff.page.getByRole('button', { name: 'Valider le paiement' }).dblclick();
    await staff.page.waitForURL('**/admin/payments');
    academy.startWorker();

    const mail = await mailTo(academy, zoe.email, /votre facture CT-/);
    expect(mail.attachments).toHaveLength(1);
    await expectSoundMail(browser, mail, 'invoice-ready');
    const pdf = Buffer.from(await (await fetch(academy.url + mail.attachments[0]?.url)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    await page.goto('/user/notifications');
    await page.getByText('Paiement reçu').first().waitFor();
    await page.goto('/user/payments');
    await page.getByText('Validé').first().waitFor();
    await page
      .getByText(/jusqu’au .* inclus/)
      .first()
      .waitFor();
    await picture(page, 'payments');
  });

  it.each(['light', 'dark'] as const)('shows its mails on a phone, in %s', async (theme) => {
    const declared = await mailTo(academy, zoe.email, /est enregistrée/);
    const { page, context } = await visitor(browser, academy, { viewport: tallPhone, theme });
    await page.goto('/dev/mailbox');
    await page.getByRole('button', { name: declared.subject }).click();
    const mail = page.frameLocator(`iframe[title="${declared.subject}"]`);
    await mail.getByRole('heading', { level: 1, name: declared.subject }).waitFor();
    await mail.getByRole('link', { name: 'Voir les coordonnées' }).waitFor();
    const band = mail.locator('.band').first();
    expect(await band.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe('rgb(11, 11, 12)');
    await expectSound(page, `the mailbox in ${theme}`);
    await picture(page, `mailbox-phone-${theme}`);
    await expectSoundMail(browser, declared, 'payment-declared');
    await context.close();
  });
});
