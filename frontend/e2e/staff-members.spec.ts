import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy, demoPassword } from '@calmness/academy';
import { expectSound, logIn, mailTo, openBrowser, picture, visitor } from './browser';

const jean = 'test@calmnessfi.com';

describe('the staff and its members', () => {
  let academy: Academy;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
    ({ page } = await visitor(browser, academy, { theme: 'dark' }));
    await logIn(page, 'admin@calmnessfi.com');
  });
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  const member = async () => (await visitor(browser, academy)).page;
  const confirm = (name: RegExp, button: string) =>
    page.getByRole('alertdialog', { name }).getByRole('button', { name: button }).click();
  const openFile = async () => {
    await page.goto('/admin/members');
    await page.getByRole('link', { name: 'Jean Dupont' }).click();
    await page.getByLabel('Précision').fill('Appel du 21');
    await page.getByRole('button', { name: 'Ouvrir la fiche' }).click();
    await page.getByRole('heading', { level: 1, name: 'Jean Dupont' }).waitFor();
    await page.getByRole('heading', { name: 'Factures' }).waitFor();
  };

  it('finds anything from the keyboard', async () => {
    await page.goto('/admin');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dupont');
    await page.getByRole('option', { name: /Jean Dupont/ }).waitFor();
    await expectSound(page, 'the palette');
    await picture(page, 'palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(/admin\/members\/[0-9a-f-]{36}/);
  });

  it('narrows the list, keeps the filter, takes it out as a file', async () => {
    await page.goto('/admin/members');
    await page.getByLabel('Chercher un nom ou une adresse').fill('dupont');
    await page.getByText('1 membre', { exact: true }).waitFor();
    await page.getByLabel('Nom du filtre').fill('Les Dupont');
    await page.getByRole('button', { name: 'Garder ce filtre' }).click();
    await page.getByRole('button', { name: 'Effacer les filtres' }).click();
    await page.getByText(/[2-9] membres/).waitFor();
    await page.getByRole('button', { name: 'Les Dupont', exact: true }).click();
    await page.getByText('1 membre', { exact: true }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter en CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('members.csv');
  });

  it('gives a label to many at once', async () => {
    await page.goto('/admin/members/labels');
    await page.getByLabel('Sorte').selectOption('group');
    await page.getByLabel('Nom', { exact: true }).fill('Promo 2026');
    await page.getByRole('button', { name: 'Créer' }).click();
    await page.getByText('Promo 2026').waitFor();
    await page.goto('/admin/members');
    await page.getByRole('checkbox', { name: 'Choisir toute la page' }).check();
    await page
      .locator('cal-bulk-bar')
      .getByLabel(/^\s*Étiquette/)
      .selectOption({ label: 'Promo 2026' });
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await confirm(/Ajouter une étiquette/, 'Appliquer');
    await page.getByText(/Fait pour (\d+) sur \1/).waitFor();
    await expectSound(page, 'members with labels');
    await picture(page, 'members-labelled');
  });

  it('opens a file with a reason that the member reads', async () => {
    await openFile();
    await expectSound(page, 'a member’s file');
    await picture(page, 'member-file');
    const own = await member();
    await logIn(own, jean);
    await own.goto('/user/gestion/data');
    await own.getByText('Appel du 21').waitFor();
    expect(await own.getByRole('table').textContent()).toContain('Sophie');
  });

  it('sees a member’s pages, to read only, under a bar that says so', async () => {
    await openFile();
    await page.getByRole('button', { name: 'Voir comme ce membre' }).click();
    await page.getByText('Vous regardez l’espace de Jean Dupont, en lecture seule.').waitFor();
    await page.getByRole('link', { name: 'Profil', exact: true }).first().click();
    await page.getByRole('button', { name: 'Modifier' }).click();
    await page.getByLabel('Ville').fill('Lyon');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Vous regardez cet espace en lecture seule.').waitFor();
    await expectSound(page, 'a member’s pages seen by the staff');
    await picture(page, 'viewing');
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await page.getByRole('button', { name: 'Revenir à l’administration' }).click();
    await page.waitForURL('**/admin/members/**');
  });

  it('suspends an account with a reason, and opens it again', async () => {
    await openFile();
    await page.getByLabel('Motif', { exact: true }).fill('Usurpation signalée');
    await page.getByRole('button', { name: 'Suspendre' }).click();
    await confirm(/Suspendre Jean Dupont/, 'Suspendre');
    await page.getByText('Compte suspendu : Usurpation signalée').waitFor();
    const shut = await member();
    await shut.goto('/login');
    await shut.getByLabel('Adresse e-mail').fill(jean);
    await shut.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
    await shut.getByRole('button', { name: 'Se connecter' }).click();
    await shut.getByText('Ce compte est suspendu').waitFor();
    await page.getByRole('button', { name: 'Rouvrir le compte' }).click();
    await page.getByRole('button', { name: 'Suspendre' }).waitFor();
    await logIn(shut, jean);
  });

  it('imports people after a dry run, and each gets an invitation', async () => {
    await page.goto('/admin/members/import');
    const csv = 'email;first_name;last_name\nlea@example.fr;Léa;Roy\nwrong;;Roy\n';
    await page
      .getByLabel('Fichier CSV')
      .setInputFiles({ name: 'membres.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
    await page.getByText('À corriger', { exact: true }).first().waitFor();
    await expectSound(page, 'the report of an import');
    await picture(page, 'import');
    await page.getByRole('button', { name: 'Créer 1 compte(s)' }).click();
    await confirm(/Créer 1 compte/, 'Créer 1 compte(s)');
    await page.getByText('1 compte(s) créé(s).').first().waitFor();

    const mail = await mailTo(academy, 'lea@example.fr', /accès à l’académie/);
    const lea = await member();
    await lea.goto(/https?:\/\/\S+reset-password\?token=\S+/.exec(mail.text)?.[0] ?? '');
    await lea.getByLabel('Nouveau mot de passe').fill('une phrase assez longue');
    await lea.getByRole('button', { name: 'Enregistrer' }).click();
    await lea.getByText('Votre mot de passe est enregistré').waitFor();
    await lea.getByLabel('Adresse e-mail').fill('lea@example.fr');
    await lea.getByLabel('Mot de passe', { exact: true }).fill('une phrase assez longue');
    await lea.getByRole('button', { name: 'Se connecter' }).click();
    await lea.getByRole('heading', { name: 'Nos conditions ont changé' }).waitFor();
    await expectSound(lea, 'the terms to accept');
    await picture(lea, 'terms');
    await lea.goto('/user/payments');
    await lea.waitForURL('**/user/terms');
    await lea.getByRole('checkbox').check();
    await lea.getByRole('button', { name: 'Accepter et continuer' }).click();
    await lea.waitForURL('**/user');
  });

  it('tells everybody, until it is read away', async () => {
    await page.goto('/admin/organisation');
    await page.getByLabel('Texte français').fill('Fermé lundi');
    await page.getByLabel('Texte anglais').fill('Closed on Monday');
    await page.getByRole('button', { name: 'Publier le bandeau' }).click();
    await page.getByText('Le bandeau est publié').first().waitFor();
    const guest = await member();
    await guest.goto('/');
    await guest.getByText('Fermé lundi').waitFor();
    await expectSound(guest, 'the banner');
    await guest.getByRole('button', { name: 'Fermer ce message' }).click();
    await guest.goto('/plans');
    await guest.getByRole('heading', { level: 1 }).waitFor();
    expect(await guest.getByText('Fermé lundi').count()).toBe(0);
  });

  it('switches a feature off for everybody, pages and API alike', async () => {
    await page.goto('/admin/features');
    await page.getByRole('switch', { name: /Inscriptions/ }).click();
    await confirm(/Éteindre « Inscriptions »/, 'Éteindre');
    await page.getByText('Inscriptions : c’est enregistré.').first().waitFor();
    const guest = await member();
    const answer = await guest.request.post('/api/auth/register', { data: {} });
    expect(answer.status()).toBe(403);
    await guest.goto('/register');
    await guest.waitForURL('**/login');
    expect(await guest.getByRole('link', { name: 'Créer un compte' }).count()).toBe(0);
    await page.getByRole('switch', { name: /Inscriptions/ }).click();
    await page.getByText('Inscriptions : c’est enregistré.').nth(1).waitFor();
  });

  it('publishes a legal text that every member then accepts', async () => {
    await page.goto('/admin/legal-texts');
    await page.getByLabel('Titre français').fill('Conditions générales de vente (révisées)');
    await page.getByRole('button', { name: 'Publier la version suivante' }).click();
    await confirm(/Publier la version 2/, 'Publier la version suivante');
    await page.getByText('La nouvelle version est en vigueur').first().waitFor();
    const own = await member();
    await own.goto('/login');
    await own.getByLabel('Adresse e-mail').fill(jean);
    await own.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
    await own.getByRole('button', { name: 'Se connecter' }).click();
    await own.waitForURL('**/user/terms');
    await own.getByRole('link', { name: /Lire : Conditions générales de vente/ }).waitFor();
    await own.getByRole('checkbox').check();
    await own.getByRole('button', { name: 'Accepter et continuer' }).click();
    await own.waitForURL('**/user');
  });
});
