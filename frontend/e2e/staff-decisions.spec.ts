import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, picture, visitor } from './browser';

describe('what the staff decides', () => {
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

  it('refuses a payment only after a dialog that names it, and the member reads why', async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, 'manager@calmnessfi.com');
    await page.goto('/admin/payments');
    await page.getByRole('link', { name: /Ouvrir le paiement/ }).click();
    await page.getByLabel('Motif du refus').fill('Montant différent sur le relevé');
    await page.getByRole('button', { name: 'Refuser', exact: true }).click();
    const dialog = page.getByRole('alertdialog', { name: /Refuser le paiement CAL-[2-9A-Z]{6} de 449,00/ });
    await dialog.getByRole('button', { name: 'Revenir' }).click();
    await page.getByRole('heading', { name: 'Valider le paiement' }).waitFor();

    await page.getByRole('button', { name: 'Refuser', exact: true }).click();
    await expectSound(page, 'the dialog of a refusal');
    await picture(page, 'refusal');
    await dialog.getByRole('button', { name: 'Refuser' }).click();
    await page.waitForURL('**/admin/payments');

    const member = await visitor(browser, academy);
    await logIn(member.page, 'test@calmnessfi.com');
    await member.page.goto('/user/notifications');
    await member.page
      .getByText(/Montant différent sur le relevé/)
      .first()
      .waitFor();
  });

  it('writes down who issues the invoices; a number that does not check stays beside its field', async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, 'admin@calmnessfi.com');
    await page.goto('/admin/issuer');
    await page.getByText(/celui de la démonstration/).waitFor();
    const fill = async (values: Record<string, string>) => {
      for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
    };
    await fill({
      'Raison sociale ou nom': 'Sérénité Formation',
      'Forme juridique': 'SAS',
      'Capital social': '10000,00',
      'Ville du RCS': 'Lyon',
      SIREN: '732 829 321',
      'SIRET du siège': '732 829 320 00074',
      'Numéro de TVA': 'FR44732829320',
      Adresse: '12 rue des Lilas',
      'Code postal': '69003',
      'E-mail de contact': 'compta@serenite.example',
    });
    await page.getByLabel('Ville', { exact: true }).fill('Lyon');
    const save = async () => {
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      const dialog = page.getByRole('alertdialog', { name: /Sérénité Formation/ });
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    };
    await save();
    await page.locator('#siren[aria-invalid=true]').waitFor();
    await picture(page, 'issuer-refused');
    await fill({ SIREN: '732 829 320' });
    await save();
    await page.getByText(/Version 2, en vigueur/).waitFor();
    await page.reload();
    expect(await page.getByLabel('Raison sociale').inputValue()).toBe('Sérénité Formation');
  });

  it('shows a manager the issuer without letting him change it', async () => {
    const { page } = await visitor(browser, academy);
    await logIn(page, 'manager@calmnessfi.com');
    await page.goto('/admin/issuer');
    await page.getByText(/Seul un administrateur/).waitFor();
    expect(await page.getByLabel('Raison sociale').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
  });
});
