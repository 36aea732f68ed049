import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, picture, visitor } from './browser';

const narrow = { width: 320, height: 720 };

describe('who is billed', () => {
  let academy: Academy;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
    ({ page } = await visitor(browser, academy, { viewport: narrow }));
    await logIn(page, 'test@calmnessfi.com');
  });
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  const summary = () => page.getByRole('region', { name: 'Récapitulatif' });
  const identity = () => page.getByRole('region', { name: 'Qui est facturé' });
  const edit = () => page.getByRole('button', { name: 'Modifier l’identité de facturation' });
  const save = async () => {
    await page.getByRole('button', { name: 'Enregistrer cette identité' }).click();
    await edit().waitFor();
  };
  const country = (name: string) => page.getByLabel('Pays', { exact: true }).selectOption({ label: name });

  it('decides the price: another country is another VAT', async () => {
    await page.goto('/user/payments/new?plan=essentiel');
    await identity().getByText('Jean Dupont').waitFor();
    await summary().getByText('TVA 20').waitFor();
    await edit().click();
    await summary().getByText('Dites-nous d’abord').waitFor();
    await country('Suisse');
    await expectSound(page, 'the billing form of a person');
    await picture(page, 'billing-identity-person');
    await save();
    await summary().getByText('Opération située hors du champ de la TVA').waitFor();
    await summary().getByText('40,83').first().waitFor();
    await picture(page, 'billing-identity-abroad');
  });

  it('asks a French company for its SIREN, and says beside the field what is wrong', async () => {
    await edit().click();
    await page.getByRole('radio', { name: /Une entreprise/ }).check();
    await country('France');
    await page.getByLabel('Raison sociale').fill('Dupont Conseil');
    await page.getByLabel('SIREN', { exact: true }).fill('732 829 321');
    await page.getByRole('button', { name: 'Enregistrer cette identité' }).click();
    await expect
      .poll(() => page.getByLabel('SIREN', { exact: true }).getAttribute('aria-invalid'))
      .toBe('true');
    await expectSound(page, 'the billing form of a company');
    await picture(page, 'billing-identity-company');
    await page.getByLabel('SIREN', { exact: true }).fill('732 829 320');
    await save();
    await summary().getByText('SIREN 732829320').waitFor();
    await summary().getByText('TVA 20').waitFor();
  });

  it('waits for the register before it sells without VAT', async () => {
    await edit().click();
    await country('Belgique');
    await page.getByLabel('Numéro de TVA').fill('BE 0123.456.749');
    await save();
    await identity().getByText('auprès du registre européen').waitFor();
    await summary().getByText('dès que votre numéro de TVA est vérifié').waitFor();
    await picture(page, 'billing-identity-waiting');

    const staff = await visitor(browser, academy);
    await logIn(staff.page, 'admin@calmnessfi.com');
    await staff.page.goto('/admin/members');
    await staff.page.getByRole('link', { name: /Jean Dupont/ }).click();
    await staff.page.getByRole('button', { name: 'Ouvrir la fiche' }).click();
    await staff.page.getByLabel('Comment l’avez-vous vérifié').fill('VIES, consultation WAPIAAAAX');
    await expectSound(staff.page, 'the member’s file with a number to check');
    await staff.page.getByRole('button', { name: 'Marquer le numéro comme vérifié' }).click();
    await staff.page.getByText('(Preuve').waitFor();
    await staff.context.close();

    await page.reload();
    await summary().getByText('Autoliquidation').waitFor();
    await identity().getByText('Numéro de TVA vérifié').waitFor();
  });

  it('is changed in Gestion by keyboard alone', async () => {
    await page.goto('/user/gestion');
    await page.getByRole('link', { name: 'Voir ou modifier' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Identité de facturation' }).waitFor();
    await edit().press('Enter');
    await page.getByRole('radio', { name: /Une entreprise/ }).press('ArrowLeft');
    expect(await page.getByRole('radio', { name: /Un particulier/ }).isChecked()).toBe(true);
    const name = page.getByLabel('Prénom et nom');
    await name.fill('Jean Dupont');
    await country('France');
    await name.press('Enter');
    await edit().waitFor();
    await page.getByText('France', { exact: true }).waitFor();
    await expectSound(page, 'the billing identity in Gestion');
  });
});
