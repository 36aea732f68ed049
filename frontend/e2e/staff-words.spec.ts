import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, mailTo, openBrowser, phone, picture, visitor } from './browser';

const manager = 'manager@calmnessfi.com';
const sid = `HX${'0a'.repeat(16)}`;

describe('what the staff says', () => {
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

  const opened = async (path: string) => {
    const { page } = await visitor(browser, academy);
    await logIn(page, manager);
    await page.goto(path);
    return page;
  };

  it('knows why a reminder would not leave by WhatsApp, and which template carries it', async () => {
    const page = await opened('/admin/notifications/whatsapp');
    await page.getByText(/WhatsApp est désactivé/).waitFor();
    await page
      .getByRole('button', { name: 'Modifier le modèle de « Votre prêt est en retard » (Français)' })
      .click();
    const form = page.getByRole('form', { name: /Votre prêt est en retard/ });
    await form.getByLabel('Identifiant du modèle').fill('HX12');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await page.locator('#content_sid[aria-invalid=true]').waitFor();
    await form.getByLabel('Identifiant du modèle').fill(sid);
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await form.getByText(/Il manque une information obligatoire/).waitFor();
    await form.getByRole('button', { name: 'Ajouter une valeur' }).click();
    await form.getByLabel('Approbation').selectOption('approved');
    await expectSound(page, 'a template of WhatsApp');
    await picture(page, 'whatsapp-template');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Modèle enregistré.').waitFor();
  });

  it('is written, seen as it would arrive, tried out and published', async () => {
    const page = await opened('/admin/notifications/words');
    await page
      .getByRole('link', { name: /Modifier « Paiement|Modifier « Vous avez déjà/ })
      .first()
      .waitFor();
    await page.goto('/admin/notifications/words/mail/known-address/fr');
    const frame = page.frameLocator('iframe');
    await frame.getByText('Vous avez déjà un compte', { exact: false }).first().waitFor();
    await page.getByLabel('Objet').fill('Votre compte existe, {{prenom}}');
    await page.getByText(/Une variable entre accolades n’existe pas/).waitFor();
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publier' }).click();
    await page.locator('#subject[aria-invalid=true]').waitFor();
    await page.getByLabel('Objet').fill('Votre compte existe');
    await page.getByRole('button', { name: 'Ajouter la variable firstName' }).click();
    await page.getByText('Prêt à publier.').waitFor();
    await expectSound(page, 'the editor of words');
    await picture(page, 'words-editor');
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publier' }).click();
    await page.getByText(/Ces mots sont publiés/).waitFor();
    await page.getByRole('table', { name: 'Historique' }).getByText('Publié').waitFor();
    await page.getByRole('button', { name: 'M’envoyer un essai' }).click();
    await page.getByText(/Essai en route/).waitFor();
    const mail = await mailTo(academy, manager, /^\[Test\] Votre compte existe/);
    expect(mail.subject).not.toContain('{{');

    await page.getByRole('button', { name: 'Revenir aux mots d’origine' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Revenir/ })
      .click();
    await page.getByText(/Les mots d’origine parlent/).waitFor();
    expect(await page.getByLabel('Objet').inputValue()).toBe('Vous avez déjà un compte Calmness');
  });

  it('reaches an audience once its number was typed, and a member reads it', async () => {
    const page = await opened('/admin/notifications/broadcasts/new');
    await page.getByLabel('Titre en français').fill('La salle ouvre le samedi');
    await page.getByLabel('Titre en anglais').fill('The room opens on Saturdays');
    await page.getByLabel('Texte en français').fill('Dès décembre.\n\nVenez !');
    await page.getByLabel('Texte en anglais').fill('From December on.\n\nCome!');
    const channels = page.getByRole('group', { name: 'Canaux' });
    await channels.getByRole('checkbox', { name: 'Dans l’espace' }).uncheck();
    await channels.getByRole('checkbox', { name: 'E-mail' }).uncheck();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await channels.getByText('Cochez au moins un canal.').waitFor();
    await expect
      .poll(() =>
        channels
          .getByRole('checkbox', { name: 'Dans l’espace' })
          .evaluate((it) => it === document.activeElement),
      )
      .toBe(true);
    await expectSound(page, 'a broadcast without a channel');
    await channels.getByRole('checkbox', { name: 'Dans l’espace' }).check();
    await channels.getByRole('checkbox', { name: 'E-mail' }).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('button', { name: 'Compter les personnes' }).click();
    const hint = await page.getByText(/Pour envoyer, saisissez le nombre/).textContent();
    const number = /(\d+)\.$/.exec(hint?.trim() ?? '')?.[1] ?? '';
    await page.getByLabel('Nombre de personnes').fill(`${number}1`);
    await page.getByRole('button', { name: 'Confirmer l’envoi' }).click();
    await page.locator('#reached[aria-invalid=true]').waitFor();
    await picture(page, 'broadcast-counted');
    await page.getByLabel('Nombre de personnes').fill(number);
    await page.getByRole('button', { name: 'Confirmer l’envoi' }).click();
    await page.getByText('La diffusion est partie.').waitFor();
    await page.getByText('Envoyée', { exact: true }).waitFor({ timeout: 30_000 });
    await page.getByText(/personnes? (a|ont) été prévenues?/).waitFor();
    await expectSound(page, 'a broadcast under way');
    await picture(page, 'broadcast-sent');

    const member = await visitor(browser, academy, { viewport: phone });
    await logIn(member.page, 'test@calmnessfi.com');
    await member.page.goto('/user/notifications');
    await member.page.getByText('La salle ouvre le samedi').first().waitFor();
    await mailTo(academy, 'test@calmnessfi.com', /La salle ouvre le samedi/);
  });
});
